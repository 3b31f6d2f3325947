# Words about the plan document.


comparator-equal = equal to
comparator-at_least = at least
comparator-at_most = at most
comparator-about = about
comparator-added = added
comparator-range = range

direction-up = higher is better
direction-down = lower is better

baseline-rule-zero_stated = the text says new: counted from zero
baseline-rule-zero_assumed = zero assumed

kind-count = count
kind-length = length
kind-area = area
kind-people = people
kind-per_capita = per person
kind-density = density
kind-rate = rate
kind-coverage_percent = coverage
kind-structure = structure
kind-other = other

figure-period-annual = full year
figure-period-month = single month
figure-period-year_to_date = year to date
figure-period-event = event

defect-category-extraction_residue = left over from the web page
defect-category-typography = typography
defect-category-lost_characters = lost characters
defect-category-wrong_character = wrong character
defect-category-punctuation = punctuation
defect-category-duplication = duplication
defect-category-naming = naming
defect-category-grammar = grammar
defect-category-inconsistency = inconsistency
defect-category-incomplete = incomplete
defect-category-ambiguity = ambiguity
defect-category-content = content

confidence-certain = certain
confidence-likely = likely
confidence-possible = possible
named-in-tasks = named in tasks
named-in-safeguards = named in safeguards only
