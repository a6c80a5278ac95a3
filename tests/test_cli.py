"""The command line, as scripts meet it: output, one sentence for what went wrong, and the exit code."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from wrapplanner.cli import main
from wrapplanner.commands import _wording
from wrapplanner.content.loader import framework_folders
from wrapplanner.domain.readership import FOR_ONE, WITH_A_COPY
from wrapplanner.paths import resource_root
from wrapplanner.storage.plans import PlanStore

FRAMEWORKS = tuple(framework_folders(resource_root() / "framework"))
EXAMPLES = tuple(name for name in FRAMEWORKS if (resource_root() / "examples" / f"{name}-en.json").exists())
SMALL = {"format": "wrap-planner/plan", "format_version": 1, "framework": "wrap"}


class Run:
    """Runs commands in this process, with the test's own data folder."""

    def __init__(self, capture: pytest.CaptureFixture[bytes], data: Path) -> None:
        self.capture, self.data = capture, data

    def __call__(self, *arguments: object) -> SimpleNamespace:
        code = main([str(argument) for argument in arguments])
        out, err = self.capture.readouterr()
        return SimpleNamespace(code=code, out=out.decode(errors="replace"), err=err.decode(), data=out)

    def fine(self, *arguments: object) -> str:
        ran = self(*arguments)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran.out

    def refused(self, *arguments: object) -> str:
        """Return the one sentence on stderr."""
        ran = self(*arguments)
        assert (ran.code, ran.out) == (1, ""), ran
        assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err
        return ran.err

    def files(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(self.data.rglob("*")) if path.is_file()}


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], data_folder: Path) -> Run:
    return Run(capfdbinary, data_folder)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "small.json"
    file.write_text(json.dumps({**SMALL, "answers": {"early.signs": [{"id": "a", "text": "I sleep less"}]}}), encoding="utf-8")
    return file


@pytest.mark.parametrize("framework", EXAMPLES)
def test_the_example_can_be_taken_checked_and_given_back(run, tmp_path, framework):
    example, back = tmp_path / "example.json", tmp_path / "back.json"
    example.write_text(run.fine("example", "--framework", framework), encoding="utf-8")
    run.fine("import", example)
    fine = ("Pages", "Structure", "References", "Digest", "History", "Days", "Answers")
    assert run.fine("check") == "".join(f"{name}: fine\n" for name in fine) + "Keys: plain\nBackups: none yet\n"
    assert run.fine("export", "json", "-o", back) == ""
    before, after = json.loads(example.read_bytes()), json.loads(back.read_bytes())
    assert before == after
    assert run.fine("export", "json", "-o", "-").encode() == back.read_bytes()
    days = [{"day": "2026-03-01", "place": "early", "note": "Grey", "ticks": {"daily.every_day": {"a": "Walk"}}}]
    for told in (days, [*days, {"day": "2026-03-02", "note": "Less so"}], days[1:]):
        example.write_text(json.dumps({**before, "days": told}), encoding="utf-8")
        run.fine("import", example)
        assert json.loads(run.fine("export", "json", "-o", "-")) == {**before, **({"days": told} if told else {})}


def test_there_is_an_example_of_the_main_framework():
    assert "wrap" in EXAMPLES


def test_a_plan_is_read_from_the_standard_input(run, monkeypatch, small):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(small.read_bytes())))
    run.fine("import", "-")
    assert "I sleep less" in run.fine("export", "json", "-o", "-")


def test_an_import_replaces_the_plan_and_the_old_one_stays_in_the_history(run, small, tmp_path):
    run.fine("import", small)
    other = tmp_path / "other.json"
    other.write_text(json.dumps(SMALL))
    run.fine("import", other)
    run.fine("import", other)
    assert json.loads(run.fine("export", "json", "-o", "-")) == {**SMALL, "answers": {}}
    with closing(PlanStore.open(run.data / "plans" / "my-plan")) as store, store.vault.transaction() as connection:
        kept = connection.exec_driver_sql("SELECT inverse FROM history").scalars().all()
    assert len(kept) == 2
    assert "I sleep less" in kept[-1]


BAD = (
    "",
    "{",
    "[]",
    "NaN",
    '{"format": "x"}',
    "[" * 9999,
    json.dumps({**SMALL, "framework": "\x1b[2J"}),
    json.dumps({**SMALL, "format_version": 2}),
    json.dumps({**SMALL, "answers": {"early.signs": [{"id": "a", "text": 1}]}}),
)


@pytest.mark.parametrize("content", BAD)
def test_a_bad_file_is_refused_whole_and_the_plan_stays_byte_for_byte(run, small, tmp_path, content):
    run.fine("import", small)
    bad, before = tmp_path / "bad.json", run.files()
    bad.write_text(content)
    assert "Your plan is as it was." in run.refused("import", bad)
    assert run.files() == before
    assert "Your plan is as it was." in run.refused("import", bad, "--plan", "new")
    assert run.files() == before


def test_a_plan_of_another_kind_does_not_replace_this_one(run, small, tmp_path):
    run.fine("import", small)
    other, before = tmp_path / "other.json", run.files()
    other.write_text(json.dumps({**SMALL, "framework": next(name for name in FRAMEWORKS if name != "wrap")}))
    assert "different questions" in run.refused("import", other)
    assert run.files() == before


def test_options_stand_before_the_command_or_after_it(run, small, tmp_path):
    other = tmp_path / "other"
    run.fine("--data-dir", other, "import", small, "--plan", "mine")
    run.fine("--plan", "mine", "check", "--data-dir", other)
    assert (other / "plans" / "mine" / "plan.db").exists()
    assert not run.data.exists()


def test_without_a_plan_there_is_a_sentence(run, tmp_path):
    for command in (
        ("check",),
        ("export", "json", "-o", tmp_path / "x"),
        ("export", "pdf", "--document", "whole-plan", "-o", "-"),
    ):
        assert "no plan of that name" in run.refused(*command)
    assert "name has" in run.refused("check", "--plan", "../x")
    assert not run.data.exists()
    assert not (tmp_path / "x").exists()


def test_files_that_cannot_be_read_or_written_are_told(run, small, tmp_path):
    run.fine("import", small)
    assert "cannot be read" in run.refused("import", tmp_path)
    assert "cannot be read" in run.refused("import", tmp_path / "nothing.json")
    assert "cannot be written" in run.refused("export", "json", "-o", tmp_path)
    assert "cannot be written" in run.refused("export", "json", "-o", tmp_path / "nothing" / "x")
    before = run.files()
    assert "A plan is kept in that folder" in run.refused("export", "json", "-o", run.data / "plans" / "my-plan" / "plan.db")
    assert run.files() == before


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_is_exported_is_for_its_owner_alone_and_links_stay_links(run, small, tmp_path):
    run.fine("import", small)
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    run.fine("export", "json", "-o", link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "link.json", "real.json", "small.json"]


def test_a_plan_that_is_open_elsewhere_is_told(run, small):
    run.fine("import", small)
    with closing(PlanStore.open(run.data / "plans" / "my-plan")):
        for command in (("check",), ("import", small), ("export", "json", "-o", "-")):
            assert "open already" in run.refused(*command)


def test_a_damaged_plan_is_told(run, small):
    run.fine("import", small)
    file = run.data / "plans" / "my-plan" / "plan.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:-4096] + bytes(4096))
    ran = run("check")
    assert ran.code == 1
    assert "Pages: 1 faults" in ran.out or "damaged" in ran.out + ran.err
    assert ran.err.count("\n") == 1


def test_the_schema_is_one_of_json_schema_2020(run):
    schema = json.loads(run.fine("schema"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {each["$ref"] for each in schema["oneOf"]} == {f"#/$defs/plan-{n}" for n in FRAMEWORKS}
    ideas = json.loads(run.fine("schema", "--ideas"))
    assert ideas["$schema"] == schema["$schema"]
    assert ideas["properties"]["format"] == {"const": "wrap-planner/ideas"}


def test_documents_are_listed_and_exported(run, small, tmp_path):
    run.fine("import", small)
    listed = [line.split("\t")[0] for line in run.fine("documents").splitlines()]
    assert {"crisis-plan", "whole-plan"} <= set(listed)
    for more in ((), ("--paper", "letter"), ("--large-print",)):
        ran = run("export", "pdf", "--document", "whole-plan", *more, "-o", "-")
        assert ran.code == 0
        assert ran.data.startswith(b"%PDF-")
    run.fine("export", "pdf", "--document", "crisis-plan", "-o", tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_worksheets_need_no_plan_and_hand_nothing_out(run, tmp_path):
    ran = run("worksheets", "--part", "early", "--copies", "2", "--ideas", "-o", "-")
    assert ran.code == 0
    assert ran.data.startswith(b"%PDF-")
    run.fine("worksheets", "--framework", "five-areas", "--paper", "letter", "--large-print", "-o", tmp_path / "x.pdf")
    assert "early" in run.refused("worksheets", "--part", "nothing", "-o", "-")
    assert run("worksheets", "--copies", "0", "-o", "-").code == 2
    assert b"/AcroForm" not in _plain_pdf(ran.data)
    assert b"/AcroForm" in _plain_pdf(run("worksheets", "--part", "early", "--fillable", "-o", "-").data)
    assert not (run.data / "plans").exists()


def _plain_pdf(data: bytes) -> bytes:
    """The same PDF with nothing in it packed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_only_worksheets_of_a_plan_are_filled_in(run, small, tmp_path):
    run.fine("import", small)
    run.fine("export", "pdf", "--document", "worksheets", "--fillable", "-o", tmp_path / "x.pdf")
    assert b"/AcroForm" in _plain_pdf((tmp_path / "x.pdf").read_bytes())
    refused = run("export", "pdf", "--document", "whole-plan", "--fillable", "-o", tmp_path / "y.pdf")
    assert refused.code == 2
    assert not (tmp_path / "y.pdf").exists()


def test_every_document_of_a_plan_is_exported(run, tmp_path):
    run.fine("import", write(tmp_path, run.fine("example")))
    for document in (line.split("\t")[0] for line in run.fine("documents").splitlines()):
        reader = ("--for", "Jo Lantern") if document in FOR_ONE | WITH_A_COPY else ()
        run.fine("export", "pdf", "--document", document, *reader, "-o", tmp_path / "x.pdf")
        assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_an_exported_document_counts_as_handed_out(run, small, tmp_path):
    run.fine("import", small)
    run.fine("export", "pdf", "--document", "whole-plan", "-o", tmp_path / "x.pdf")
    small.write_text(json.dumps(SMALL))
    run.fine("import", small)
    with closing(PlanStore.open(run.data / "plans" / "my-plan")) as store:
        assert store.edition().version == 2


@pytest.mark.parametrize(
    ("preferences", "words"),
    [('{"wording": {"upset": "triggers"}}', {"upset": "triggers"}), ("{", {}), ("[]", {}), ('{"wording": 3}', {}), (None, {})],
)
def test_paper_uses_the_words_that_were_chosen_in_the_app(run, small, preferences, words):
    run.fine("import", small)
    if preferences is not None:
        (run.data / "preferences.json").write_text(preferences)
    assert _wording(run.data) == words
    assert run("export", "pdf", "--document", "whole-plan", "-o", "-").code == 0


def test_a_document_that_there_is_not_is_told_and_nothing_is_written(run, tmp_path, small):
    run.fine("import", small)
    assert run("export", "pdf", "--document", "nothing", "-o", tmp_path / "x.pdf").code == 2
    assert not (tmp_path / "x.pdf").exists()


def test_a_document_of_another_kind_of_plan_is_told(run, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**SMALL, "framework": "recognition-action-maintenance"}))
    run.fine("import", other)
    assert "does not have that document" in run.refused("export", "pdf", "--document", "crisis-plan", "-o", "-")


@pytest.mark.parametrize(
    "arguments",
    [
        "nothing",
        "export",
        "export json",
        "export pdf -o x",
        "export pdf --document whole-plan --paper a5 -o x",
        "import",
        "--paper",
        "--example check",
        "--data x check",
    ],
)
def test_what_is_not_understood_ends_with_two(run, arguments):
    ran = run(*arguments.split())
    assert ran.code == 2
    assert "usage:" in ran.err


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["export", "pdf", "--help"], ["import", "--help"]])
def test_help_ends_with_nought(run, arguments):
    assert run(*arguments).code == 0


def test_without_a_command_the_app_opens(run, monkeypatch):
    opened = []
    monkeypatch.setitem(
        sys.modules,
        "wrapplanner.app",
        SimpleNamespace(run=lambda *given, **how: opened.append((*given, *(each for each in how if how[each]))) or 0),
    )
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    run.fine()
    run.fine("--example", "--plan", "mine")
    run.fine("--out-of-sight")
    run.fine("--example", "--told-place")
    assert opened == [
        (run.data, "my-plan", False),
        (run.data, "mine", True),
        (run.data, "my-plan", False, "out_of_sight"),
        (run.data, "my-plan", True, "told_place"),
    ]
    assert "name has" in run.refused("--plan", "a/b")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_there_is_a_sentence(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in run.refused()


WATCHED = """
import sys
from wrapplanner.cli import main
code = main(sys.argv[1:])
heavy = {"PySide6", "sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pikepdf"}
heavy &= {name.partition(".")[0] for name in sys.modules}
sys.stderr.write(" ".join(sorted(heavy)) + f" {code}")
"""


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["schema"], set()),
        (["schema", "--ideas"], set()),
        (["example"], set()),
        (["documents"], set()),
        (["check"], {"sqlalchemy", "sqlcipher3"}),
        (["export", "json", "-o", "-"], {"sqlalchemy", "sqlcipher3"}),
        (["import", "{small}"], {"sqlalchemy", "sqlcipher3"}),
        (["export", "pdf", "--document", "whole-plan", "-o", "-"], {"sqlalchemy", "sqlcipher3", "reportlab", "pikepdf"}),
    ],
)
def test_a_command_brings_in_only_what_it_needs(run, small, arguments, heavy):
    run.fine("import", small)
    called = [argument.format(small=small) for argument in arguments]
    ran = subprocess.run([sys.executable, "-c", WATCHED, *called], capture_output=True, check=True)
    *found, code = ran.stderr.decode().split()
    assert code == "0"
    assert set(found) <= heavy


CRASHED = """
import os, resource
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from wrapplanner.cli import main
main(["--version"])
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""


@pytest.mark.skipif(os.name != "posix", reason="cores are of POSIX")
def test_a_crash_leaves_no_image_of_the_memory(tmp_path: Path) -> None:
    """One byte: too small for a file, and Linux then starts no program that takes the image either."""
    import resource

    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    left = 0 if most == 0 else 1
    ended = subprocess.run(
        [sys.executable, "-c", CRASHED], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode < 0
    assert ended.stdout.splitlines()[-1] == str((left, left))
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_is_no_trouble(run, small):
    command = f"'{sys.executable}' -m wrapplanner schema | head -c 10"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, check=True, cwd=Path(__file__).parents[1])
    assert (len(ran.stdout), ran.stderr) == (10, b"")


def test_a_paper_is_for_somebody_and_is_noted(run: Run, tmp_path: Path):
    run.fine("import", write(tmp_path, run.fine("example")))
    copy = ("export", "pdf", "--document", "supporter-copy")
    assert "for one person" in run.refused(*copy, "-o", tmp_path / "no.pdf")
    assert "for yourself alone" in run.refused(
        "export", "pdf", "--document", "whole-plan", "--for", "Jo Lantern", "-o", tmp_path / "no.pdf"
    )
    assert "nothing to replace" in run.refused(
        "export", "pdf", "--document", "replacement-notice", "--for", "jo lantern", "-o", tmp_path / "no.pdf"
    )
    (tmp_path / "password").write_text("apple tree sings aloud\n")
    run.fine(*copy, "--for", "jo lantern", "--password-file", tmp_path / "password", "-o", tmp_path / "jo.pdf")
    with pikepdf.open(tmp_path / "jo.pdf", password="apple tree sings aloud") as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
    run.fine("export", "pdf", "--document", "replacement-notice", "--for", "Jo Lantern", "-o", tmp_path / "notice.pdf")
    with closing(PlanStore.open(run.data / "plans" / "my-plan")) as store:
        assert [(each.holder, each.document, each.audience) for each in store.copies()] == [
            ("Jo Lantern", "supporter-copy", "supporters")
        ]


def write(folder: Path, text: str) -> Path:
    (folder / "plan.json").write_text(text, "utf-8")
    return folder / "plan.json"
