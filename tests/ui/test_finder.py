"""What the search box finds in the register of projects."""

from hengyang import store
from hengyang.ui.finder import found_projects


def test_a_project_is_found_by_its_number_first_and_by_words_of_its_name(store_url):
    tables = store.open_store(store_url, "demo").read()
    projects = tables.projects
    number, name = projects["project"].iloc[7], projects["name_zh"].iloc[7]
    assert found_projects(tables, f" {number.lower()} ")["project"].iloc[0] == number
    found = found_projects(tables, name[1:5])
    assert number in set(found["project"])
    assert found["name_zh"].str.contains(name[1:5], regex=False).any()
    assert found_projects(tables, "没有这样的项目").empty
