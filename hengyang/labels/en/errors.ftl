error-plan = This could not be done: { $detail }
error-data-missing = { $name } was not found.
error-schema-mismatch = The data of table "{ $table }" does not match its definition.
error-upload-rejected = The file was not accepted.
error-target-undefined = The target equals the baseline, so attainment is undefined.
error-stale-release = Somebody else published first. Look at what changed and try again.
error-not-allowed = You are not allowed to do this.
error-no-release = There is no release { $number }; the newest is release { $newest }.
