# Signing in: the button, who it is, why they may only look; and what is theirs.
signing-in = Sign in
signing-out = Sign out
signing-failed = Signing in did not succeed; you are not signed in. Please try again, or ask your administrator.
signing-role-viewer = viewer
signing-role-reporter = reporter
signing-role-reviewer = reviewer
signing-role-presenter = present
signing-role-administrator = administrator
signing-no-report = Your role does not report; the departments' reporters do.
signing-no-freeze = Your role freezes no editions; you may present.
signing-no-review = Your role cannot see submissions.
access-signed-out = Please sign in (top right of the page); without it you may only look.
access-sign-in-expired = Your sign-in has ended and you count as signed out; please sign in again.
access-sign-in-unverified = The sign-in service has not verified your e-mail address, so it gives you no role; you may only look.
access-sign-in-unknown = The roles file does not name you, so you may only look; ask your administrator for a role.
access-sign-in-twice = The roles file names you twice, so your role is unclear and you may only look; ask your administrator.

mine-title = My work
mine-tasks = Leading { $led ->
    [one] { $led } task
   *[other] { $led } tasks
 }, supporting { $supported }
mine-due = { $count } due or missing
mine-back = { $returned } returned, { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
 }, { $waiting } waiting for review
mine-due-none = Nothing is due.
mine-back-none = Nothing came back, and there are no drafts.
mine-not-reported = not reported by { $month }
mine-stale = last figure of { $month }
mine-milestone-due = stage due { $day }
mine-rest = { $count } more
mine-report = Report
mine-returned = returned: { $reason }
mine-draft = draft
signing-no-submit = You cannot submit for this department; its own reporters do.
