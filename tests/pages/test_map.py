import json

import pytest

from tests.pages.conftest import board_html, title

FOUND = {
    "lights": "12 个县市区 255 个项目,红灯 ",
    "investment": "2019 年县市区项目已完成投资",
    "value": "全市新建分散式充电桩数量:2019年6月已报 12/12",
    "reports": "分县市区报送的指标 12 项",
}


@pytest.mark.parametrize("show", FOUND)
def test_each_view_says_what_it_has_found(run_page, show):
    page = run_page("map", section=show)
    assert title(page).startswith(FOUND[show])
    assert "示意图" in board_html(page)


@pytest.mark.parametrize("parameters", [{"place": "430481"}, {"division": "430481"}])
def test_one_division_has_projects_values_quotes_and_what_it_owes(run_page, parameters):
    page = run_page("map", section="value", indicator="T31-1", **parameters)
    assert title(page).startswith("耒阳市:20 个项目")
    html = board_html(page)
    assert "分项之和 6,300 张,全市 6,240 张,相差 60 张" in html
    assert "只列数值,不亮灯" in html
    assert "<mark>耒阳</mark>" in html
    assert "projects?division=430481" in html


def test_official_divisions_are_unreported_and_never_nought(run_page):
    html = board_html(run_page("map", section="investment", workspace="official"))
    assert html.count("url(#dm-hatch)") == 12
    assert "0%" not in html
    one = title(run_page("map", place="430481", workspace="official"))
    assert one == "耒阳市:1 个项目均未报送进展;没有分县市区的指标数值"


def test_an_unusable_boundary_file_is_told_and_the_tiles_stay(run_page, monkeypatch, tmp_path):
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [{"id": "430481"}]}))
    monkeypatch.setenv("HENGYANG_BOUNDARIES", str(path))
    html = board_html(run_page("map"))
    assert "界线文件未采用(问题 12 处)" in html
    assert "缺少 430405 珠晖区" in html
    assert "示意图" in html
    assert "faults: 12" in board_html(run_page("map", lang="en"))
