from pathlib import Path
from typing import Any

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.errors import InvalidArgument, InvalidSettings, UnreadableSource
from chinhtrinoibo.findings import Severity
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.rules.catalogue import RULES
from chinhtrinoibo.rules.settings import Settings, Silence

REPORT = ctnb.load_report(
    {
        "title": "tổng kết",
        "issuer": "Chi bộ 1",
        "opening": ["Biểu hiện “tự diễn biến.", 'Biểu hiện "tự chuyển hóa"./.'],
    }
)


def codes(settings: Any = None, profile: Profile | None = None) -> list[str]:
    """Return the codes of what is told."""
    found = ctnb.check(REPORT, settings=settings, profile=profile, rules=RULES)
    return sorted(finding.code for finding in found.told)


class TestSettings:
    """“switched, re-levelled or silenced by profile and by the user, with a reason kept”."""

    def test_select_and_ignore(self) -> None:
        """By rule or by family."""
        assert ["END01", "OUTLINE02", "QUOTE01", "QUOTE02"] == codes()
        assert ["QUOTE01", "QUOTE02"] == codes({"select": ["QUOTE"]})
        assert ["QUOTE02"] == codes({"select": ["QUOTE"], "ignore": ["QUOTE01"]})

    def test_levels(self) -> None:
        """A rule's own code counts before its family; a remark may stay milder."""
        settings = Settings(levels={"QUOTE": Severity.NOTE, "QUOTE01": Severity.ERROR})
        found = ctnb.check(REPORT, settings=settings)
        assert Severity.ERROR is found.of("QUOTE01")[0].severity
        assert Severity.NOTE is found.of("QUOTE02")[0].severity

    def test_silence_keeps_the_reason(self) -> None:
        """At a place, with all that is in it."""
        silence = [{"code": "QUOTE", "path": "$.opening[0]", "reason": "trích nguyên văn"}]
        found = ctnb.check(REPORT, settings={"silence": silence})
        assert ["trích nguyên văn"] == [one.silenced for one in found.of("QUOTE02")]
        assert ["trích nguyên văn"] == [one.silenced for one in found.of("QUOTE01")]
        assert found.of("END01").told
        assert "QUOTE02" not in codes({"silence": silence})

    def test_a_path_is_no_prefix(self) -> None:
        """``$.opening[1]`` does not cover ``$.opening[10]``."""
        (entry,) = Settings.from_mapping(
            {"silence": [{"code": "END", "path": "$.opening[1]", "reason": "x"}]}
        ).silence
        assert entry.covers("END01", "$.opening[1]")
        assert not entry.covers("END01", "$.opening[10]")

    def test_a_form_carries_some(self) -> None:
        """Those of the user are laid over them."""
        table = {**Profile.named("hd36").table, "rules": {"ignore": ["QUOTE", "END"]}}
        form = Profile.from_table("own", table)
        assert ["OUTLINE02"] == codes(profile=form)
        assert ["QUOTE01", "QUOTE02"] == codes({"select": ["QUOTE"]}, form)

    def test_a_rule_that_is_chosen_lifts_its_family(self) -> None:
        """What is laid over others counts before them."""
        assert ["QUOTE01"] == codes(Settings(select=["QUOTE01"]).over(Settings(ignore=["QUOTE"])))

    def test_from_a_file(self, tmp_path: Path) -> None:
        """In TOML; what cannot be read is told."""
        path = tmp_path / "kiem-tra.toml"
        path.write_text('select = ["END"]', encoding="utf-8")
        assert ["END01"] == codes(Settings.read(path))
        path.write_text("select = [", encoding="utf-8")
        with pytest.raises(UnreadableSource, match=r"kiem-tra\.toml:1:11: Tệp TOML sai cú pháp"):
            Settings.read(path)
        with pytest.raises(UnreadableSource, match=r"none\.toml: Không tìm thấy tệp"):
            Settings.read(tmp_path / "none.toml")

    def test_from_the_name_of_a_file(self, tmp_path: Path) -> None:
        """``check`` reads it; what is none of them is refused."""
        path = tmp_path / "kiem-tra.toml"
        path.write_text('select = ["END"]', encoding="utf-8")
        assert ["END01"] == codes(path) == codes(str(path))
        ctnb.dump(REPORT, tmp_path / "a.yaml")
        with pytest.raises(UnreadableSource, match=r"none\.toml"):
            ctnb.check_file(tmp_path / "a.yaml", settings="none.toml")
        with pytest.raises(InvalidArgument, match=r"settings must be .* not list"):
            codes(["END01"])

    def test_small_letters_will_do(self) -> None:
        """And one code may stand alone."""
        assert Settings(select="quote01") == Settings(select=["QUOTE01"])
        assert ["QUOTE01"] == codes({"select": ["quote"], "ignore": [" quote02"]})
        assert ["END01"] == codes(Settings(select="end", levels={"end01": Severity.ERROR}))
        assert Silence(code="end", reason="x").covers("END01", "$")

    @pytest.mark.parametrize(
        ("settings", "said"),
        [
            ({"ignore": ["QUOT01"]}, ["$.ignore[0]: “QUOT01”; có phải “QUOTE01”?"]),
            ({"select": ["XYZ"]}, ["“XYZ”; các nhóm: ABBR, ", ", WORD"]),
            ({"xyz": []}, ["“xyz”; ở đây có: select, ignore, levels, silence"]),
            ({"select": ["xyz"], "ignore": ["?"]}, ["$.select[0]", "$.ignore[0]"]),
            ({"select": ["END01"], "ignore": ["END01"]}, ["vừa được chọn vừa bị bỏ"]),
            ({"select": ["QUOTE01"], "ignore": ["QUOTE"]}, ["$.ignore[0]: QUOTE01 vừa được chọn"]),
            ({"ignore": ["END"], "levels": {"END": "note"}}, ["vừa bị bỏ vừa được đặt mức độ"]),
            ({"levels": {"ASK01": "error"}}, ["ASK01 không chắc chắn"]),
            ({"levels": {"END01": "fatal"}}, ["$.levels.END01", "error, warning, note"]),
            ({"silence": [{"code": "END01"}]}, ["$.silence[0]: bỏ qua END01 thì phải nêu lý do"]),
            ({"silence": [{"code": "END01", "reason": " "}]}, ["phải nêu lý do"]),
            ({"silence": [{"cod": "END01"}, "END01", {"code": 1, "reason": "x"}]}, ["[2]"]),
            ({"selekt": []}, ["“selekt”; có phải “select”?"]),
            ({"select": "END01", "levels": [], "ignore": [1]}, ["$.select", "$.levels"]),
            ({"silence": [{"code": "END09", "reason": "x"}]}, ["$.silence[0].code"]),
        ],
    )
    def test_refuses_all_at_once(self, settings: dict[str, Any], said: list[str]) -> None:
        """One error lists every problem, with the nearest code."""
        with pytest.raises(InvalidSettings) as caught:
            codes(settings)
        for part in said:
            for piece in part.split(": ", 1):
                assert piece in str(caught.value)

    def test_a_rule_that_fails_can_be_ignored(self) -> None:
        """The codes of the check itself are known, too."""
        assert "QUOTE01" in codes({"ignore": ["RULE01"]})
