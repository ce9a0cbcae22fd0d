"""The command line as a person or a script meets it: results, errors and exit codes."""

import errno
import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import termios
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner, Result

import reader
from reader.cli import direct
from reader.cli.app import app
from reader.render.json import schema
from reader.text import safe
from waiting import PATIENCE

PROGRAM = (sys.executable, "-c", "from reader.cli import main; main()")
# Opens its own terminal first, and so takes its keys from it, as a program started by a shell does.
ON_A_TERMINAL = "import os; os.open(os.ttyname(1), os.O_RDWR); from reader.cli import main; main()"

STORY = """\
Harbour talks stall over ferry levy

By Mara Lind

PORT ELLERY — Talks between the ferry crews and the council broke down on Friday, and the crews said that they would \
stop work on 20 March unless the levy is withdrawn before then.

“We asked for one meeting and they sent us a form,” said Ada Moss, chair of the Ferry Crews’ Union, after four hours \
in the council chamber. “A form is not a meeting.”

The levy of 2.50 crowns on each crossing was introduced in January to pay for a new pier at the north end of the \
harbour. The council’s treasurer, Teo Brandt, said that it would stay until the pier was paid for.

“Nobody likes a levy, and nobody likes an old pier falling into the sea either,” Brandt told reporters on Friday.

About 4,000 people cross the bay by ferry every day, most of them on their way to work at the shipyard on the south \
shore. The shipyard has asked both sides to meet again on Monday.
"""


def _page(headline: str = "Harbour talks stall over ferry levy") -> str:
    paragraphs = "\n".join(f"<p>{part}</p>" for part in STORY.split("\n\n")[2:])
    return (
        f'<!doctype html><html lang="en"><head><title>{headline} - Harbour Post</title></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{headline}</h1>{paragraphs}</article>"
        "<footer>Harbour Post</footer></body></html>"
    )


TOWNS = ("Brindle", "Harwell", "Corvane", "Ostrey", "Tallow", "Merrow", "Quill")


def _vote(town: str) -> str:
    return f"Council of {town} votes to rebuild the old pier"


def _front_page() -> str:
    cards = "".join(
        f"<article><h2><a href='https://harbourpost.example/{town}-1'>{_vote(town)}</a></h2></article>"
        for town in TOWNS
    )
    return (
        f"<!doctype html><html><head><title>Harbour Post</title><meta property='og:type' content='website'></head>"
        f"<body>{cards}</body></html>"
    )


@pytest.fixture(autouse=True)
def folder(one_process: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "xdg" / name.lower()))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "story.txt").write_text(STORY, encoding="utf-8")
    (work / "story.html").write_text(_page(), encoding="utf-8")
    return work


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, args, input=stdin, prog_name="onrecord")


def run_program(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *args], input=stdin, capture_output=True, timeout=PATIENCE, check=False)


class TestAtOnce:
    """What answers without reading an article."""

    def test_version(self) -> None:
        assert run("--version").stdout == f"onrecord {reader.__version__}\n"

    @pytest.mark.parametrize("args", [[], ["story.txt"], [""], ["summarise"]], ids=repr)
    def test_the_screen_is_asked_for_at_once(self, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="1"):
            direct.run(args)
        assert capsys.readouterr().err.startswith("The screen needs a terminal")

    @pytest.mark.parametrize(
        "args", [["summarize"], ["feeds"], ["--help"], ["-"], ["--", "story.txt"], ["story.txt", "--private"]], ids=repr
    )
    def test_all_else_is_left_to_what_reads_command_lines(self, args: list[str]) -> None:
        assert not direct.run(args)

    def test_a_shell_that_completes_opens_no_screen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(direct.COMPLETING, "complete_bash")
        assert not direct.run([])

    def test_help_names_the_commands(self) -> None:
        shown = run("--help").stdout
        assert [word for word in ("[SOURCE]", "summarize", "schema", "--install-completion") if word not in shown] == []

    def test_templates_are_listed_and_shown(self) -> None:
        assert run("template", "list").stdout.splitlines() == ["note", "obsidian"]
        assert "## Key points" in run("template", "show").stdout
        assert "wiki_link" in run("template", "show", "obsidian").stdout
        assert run("template", "show", "nope").exit_code == 1

    def test_schema_is_a_schema(self) -> None:
        printed = json.loads(run("schema").stdout)
        jsonschema.Draft202012Validator.check_schema(printed)
        assert printed == schema()

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            pytest.param(("summarize",), "There is no SOURCE: give an address", id="no source"),
            pytest.param(
                ("summarize", "-f", "xml", "story.txt"), "Error: -f takes markdown, json or text.", id="unknown format"
            ),
            pytest.param(
                ("summarize", "-n", "0", "story.txt"), "Error: -n takes a number from 1 to 15.", id="too few key points"
            ),
            pytest.param(("summarize", "-n", "16", "story.txt"), "1 to 15.", id="too many key points"),
            pytest.param(("summarize", "-n", "five", "story.txt"), "1 to 15.", id="a word for a number"),
            pytest.param(
                ("summarize", "--method", "best", "story.txt"), "--method takes news, lexrank", id="unknown method"
            ),
            pytest.param(
                ("summarize", "-f", "json", "-t", "note", "story.txt"), "-t does not go with -f json", id="no template"
            ),
            pytest.param(("summarize", "-o", "out.md", "story.txt", "story.html"), "out.md/", id="one file for two"),
            pytest.param(("--theme", "ember", "summarize", "story.txt"), "--theme is for the screen", id="no screen"),
            pytest.param(("--private", "summarize", "story.txt"), "--private is for the screen", id="private"),
            pytest.param(("--private", "story.txt", "b.txt"), "The screen opens one SOURCE", id="of a source"),
            pytest.param(("--sideways",), "--sideways", id="unknown option"),
            pytest.param(("story.txt", "story.html"), "story.html", id="two sources for one screen"),
            pytest.param(("story.txt", "story.html"), "The screen opens one SOURCE", id="what a screen opens"),
            pytest.param(("serve", "--port", "70000"), "--port takes a number from 0 to 65535.", id="no such port"),
            pytest.param(("serve", "story.txt", "story.html"), "story.html", id="two sources for one server"),
            pytest.param(("sumarize", "story.txt"), "Did you mean 'summarize'?", id="mistyped command"),
        ],
    )
    def test_wrong_use_is_told_and_exits_2(self, args: tuple[str, ...], said: str) -> None:
        result = run(*args)
        assert result.exit_code == 2
        assert said in result.stderr
        assert result.stdout == ""

    @pytest.mark.parametrize("args", [(), ("story.txt",), ("-",), ("./summarize",), ("--", "-odd.txt")])
    def test_screen_without_a_terminal_is_an_error_with_a_way_out(self, args: tuple[str, ...]) -> None:
        result = run(*args)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            "The screen needs a terminal to show itself on.",
            "  Try: onrecord summarize SOURCE",
        ]

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            pytest.param("onrecord summarize -t o", ["obsidian"], id="a template"),
            pytest.param("onrecord summarize --template mi", ["mine.j2"], id="a template of one's own"),
            pytest.param("onrecord template show n", ["note"], id="a shipped template"),
            pytest.param("onrecord --theme em", ["ember"], id="a theme"),
            pytest.param("onrecord --theme harv", ["harvest"], id="a theme of one's own"),
            pytest.param("onrecord summarize -f j", ["json"], id="a format"),
        ],
    )
    def test_the_shell_is_offered_names(self, folder: Path, line: str, offered: list[str]) -> None:
        (folder / "mine.j2").touch()
        themes = folder.parent / "xdg" / "config" / "onrecord" / "themes"
        themes.mkdir(parents=True)
        (themes / "harvest.toml").touch()
        (themes / "harv\x1b[31m.toml").touch()
        asked = {"_ONRECORD_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
        done = subprocess.run(PROGRAM, env={**os.environ, **asked}, capture_output=True, timeout=PATIENCE, check=False)
        assert done.stdout.decode().split() == offered

    @pytest.mark.parametrize(("loading", "args"), [("reader.cli.direct", []), ("typer", ["--help"])])
    def test_ctrl_c_in_the_first_moment_is_quiet(self, loading: str, args: list[str]) -> None:
        interrupted = (
            "import os, signal, sys; from importlib.abc import MetaPathFinder\n"
            "class Typing(MetaPathFinder):\n"
            "    def find_spec(self, name, *_):\n"
            f"        if name == '{loading}': os.kill(os.getpid(), signal.SIGINT)\n"
            "sys.meta_path.insert(0, Typing())\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", interrupted + PROGRAM[-1], *args], capture_output=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")

    @pytest.mark.parametrize(
        ("streams", "args", "code", "told"),
        [
            pytest.param(">&-", "--version", 1, "Standard output is closed.", id="output closed"),
            pytest.param(
                ">/dev/full",
                "--help",
                1,
                f"Standard output cannot be written: {os.strerror(errno.ENOSPC)}.",
                id="output full",
            ),
            pytest.param("<&- >&- 2>&-", "--version", 1, "", id="nothing open"),
            pytest.param("2>/dev/full", "--sideways", 2, "", id="errors full"),
            pytest.param("<&-", "summarize -", 1, "Standard input is empty.", id="input closed"),
        ],
    )
    def test_closed_and_full_streams(self, streams: str, args: str, code: int, told: str) -> None:
        command = f'"$0" -c "$1" {args} {streams}'
        done = subprocess.run(
            ["sh", "-c", command, sys.executable, PROGRAM[-1]], capture_output=True, timeout=PATIENCE, check=False
        )
        assert (done.returncode, done.stderr.decode().partition("\n")[0]) == (code, told)

    def test_what_is_given_is_told_without_what_a_terminal_obeys(self) -> None:
        evil = "\x1b]0;title\x07\u202ex\U000e0041\x9b"
        for args in (("summarize", "story.txt", "story.txt", "-o", evil), (f"--{evil}",)):
            done = run_program(*args)
            assert done.returncode == 2
            assert not safe.UNSAFE.search(done.stderr.decode())
            assert "]0;title" in done.stderr.decode()

    def test_closed_pipe_is_quiet(self) -> None:
        with subprocess.Popen([*PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


class TestQuotes:
    """`onrecord quotes`: who said what, without a screen."""

    def test_each_quote_is_a_line(self) -> None:
        result = run("quotes", "story.txt")
        assert result.exit_code == 0
        lines = result.stdout.splitlines()
        assert (
            "Ada Moss: “We asked for one meeting and they sent us a form,” … “A form is not a meeting.” (¶ 2)" in lines
        )
        assert "Teo Brandt: said that it would stay until the pier was paid for (¶ 3)" in lines

    def test_only_who_and_what_kind_was_asked_for(self) -> None:
        result = run("quotes", "story.txt", "story.html", "--by", "brandt", "--kind", "direct", "-f", "json")
        found = [json.loads(line) for line in result.stdout.splitlines()]
        assert [(row["source"], row["speaker"], row["kind"]) for row in found] == [
            ("story.txt", "Teo Brandt", "direct"),
            ("story.html", "Teo Brandt", "direct"),
        ]

    def test_a_table_has_one_header(self) -> None:
        result = run("quotes", "story.txt", "story.html", "-f", "csv")
        assert result.stdout.count("words,verbatim,kind") == 1
        assert result.stdout.count("Ada Moss") == 2

    def test_nobody_of_that_name_is_told(self) -> None:
        result = run("quotes", "story.txt", "--by", "Vale")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No quote is like that.\n")

    def test_one_that_cannot_be_read_leaves_the_rest(self) -> None:
        result = run("quotes", "gone.txt", "story.txt")
        assert result.exit_code == 1
        assert "gone.txt" in result.stderr
        assert "Teo Brandt" in result.stdout


class TestServe:
    """The screen in a browser, as it is started; tests/ui opens it."""

    def test_help_says_who_is_let_in(self) -> None:
        shown = " ".join(run("serve", "--help").stdout.split())
        assert "[SOURCE]" in shown
        assert "--port" in shown
        assert "an address that works once, in one browser" in shown

    @pytest.mark.parametrize("missing", [["textual_serve"], ["aiohttp"], ["aiohttp", "textual_serve"]], ids=", ".join)
    def test_without_its_extra_it_says_what_to_install(self, missing: list[str]) -> None:
        hidden = f"import sys; sys.modules.update(dict.fromkeys({missing}))"  # None there: cannot be imported
        program = [sys.executable, "-c", f"{hidden}; {PROGRAM[-1]}"]
        served = subprocess.run([*program, "serve", "story.txt"], capture_output=True, timeout=PATIENCE, check=False)
        assert served.returncode == 1
        assert served.stdout == b""
        assert served.stderr.decode().splitlines() == [
            "Serving needs the extra “web”.",
            "  Install it: pip install 'onrecord[web]'",
        ]
        # The rest of the program does without.
        version = subprocess.run([*program, "--version"], capture_output=True, timeout=PATIENCE, check=True)
        assert version.stdout.decode() == f"onrecord {reader.__version__}\n"

    @pytest.mark.parametrize(("source", "said"), [("gone.txt", "There is no file gone.txt."), (".", ". is a folder.")])
    def test_a_file_that_cannot_be_read_is_told_at_once(self, source: str, said: str) -> None:
        result = run("serve", source)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.splitlines()[0] == said

    def test_standard_input_is_refused(self) -> None:
        result = run("serve", "-")
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 2

    def test_it_prints_an_address_and_serves_until_ctrl_c(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        command = [*PROGRAM, "serve", "story.txt", "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                assert server.stderr is not None
                assert "Ctrl+C" in server.stdout.readline()
                address = server.stdout.readline().strip()
                assert address.startswith(f"http://127.0.0.1:{port}/")
                browser = build_opener(ProxyHandler({}), HTTPCookieProcessor())
                with browser.open(address, timeout=PATIENCE) as page:
                    assert "<title>On Record</title>" in page.read().decode()
                with pytest.raises(HTTPError, match="403"):
                    build_opener(ProxyHandler({})).open(address, timeout=PATIENCE)
                server.send_signal(signal.SIGINT)
                assert server.wait(PATIENCE) == 0
                assert server.stdout.read() == ""
                assert server.stderr.read() == ""
            finally:
                server.kill()


class TestFailures:
    """What cannot be read is told in two lines on standard error."""

    def test_missing_file(self) -> None:
        result = run("summarize", "gone.txt")
        assert result.exit_code == 1
        assert result.stdout == ""
        message, hint = result.stderr.splitlines()
        assert "gone.txt" in message
        assert hint.startswith("  ")

    def test_a_front_page_is_told_with_its_articles(self, folder: Path) -> None:
        (folder / "front.html").write_text(_front_page(), encoding="utf-8")
        result = run("summarize", "front.html")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.splitlines() == [
            "front.html lists articles and is none itself.",
            "  Open one of these.",
            *(line for town in TOWNS for line in (f"  • {_vote(town)}", f"    https://harbourpost.example/{town}-1")),
        ]

    def test_controls_in_a_name_do_not_reach_the_terminal(self) -> None:
        result = run("summarize", "gone\x1b]0;owned\x07\u202e\n.txt")
        assert len(result.stderr.splitlines()) == 2
        assert not set(result.stderr) & set("\x1b\x07\u202e")

    def test_faults_of_the_settings_are_told(self, tmp_path: Path) -> None:
        settings = tmp_path / "xdg" / "config" / "onrecord" / "config.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("key_points = 99\n")
        assert "key_points" in run("summarize", "gone.txt").stderr.splitlines()[0]


class TestSummarize:
    """Articles through the whole program."""

    @pytest.mark.parametrize("source", ["story.txt", "story.html"])
    def test_note_on_standard_output(self, source: str) -> None:
        result = run("summarize", source)
        assert (result.exit_code, result.stderr) == (0, "")
        _, front, body = result.stdout.split("---\n", 2)
        assert yaml.safe_load(front)["title"] == "Harbour talks stall over ferry levy"
        assert "Ada Moss" in yaml.safe_load(front)["speakers"]
        assert "> “We asked for one meeting and they sent us a form,”" in body

    def test_json_is_of_the_schema_and_its_spans_hold(self) -> None:
        document = json.loads(run("summarize", "-f", "json", "story.txt").stdout)
        jsonschema.validate(document, schema())
        text = document["article"]["text"]
        excerpts = document["quotes"] + document["key_points"]
        assert excerpts
        assert all(text[found["start"] : found["end"]] == found["text"] for found in excerpts)

    def test_text(self) -> None:
        shown = run("summarize", "-f", "text", "story.html").stdout
        assert shown.startswith("Harbour talks stall over ferry levy\n")
        assert "Ada Moss" in shown

    @pytest.mark.parametrize("content", [STORY, _page()], ids=["text", "html"])
    def test_standard_input(self, content: str) -> None:
        result = run("summarize", "-f", "json", "-", stdin=content)
        assert json.loads(result.stdout)["article"]["headline"] == "Harbour talks stall over ferry levy"

    @pytest.mark.parametrize("number", [1, 3])
    def test_number_of_key_points(self, number: int) -> None:
        document = json.loads(run("summarize", "-f", "json", "-n", str(number), "story.txt").stdout)
        assert len(document["key_points"]) == number

    def test_template_by_path_and_by_name(self, folder: Path) -> None:
        (folder / "mine.j2").write_text("{{ headline }} by {{ article.byline[0] }}")
        written = run("summarize", "-t", "mine.j2", "story.txt").stdout
        assert written == "Harbour talks stall over ferry levy by Mara Lind\n"
        assert "### [[Ada Moss]]" in run("summarize", "-t", "obsidian", "story.txt").stdout

    def test_configured_template(self, tmp_path: Path, folder: Path) -> None:
        settings = tmp_path / "xdg" / "config" / "onrecord" / "config.toml"
        settings.parent.mkdir(parents=True)
        (folder / "mine.j2").write_text("MINE")
        settings.write_text('template = "mine.j2"\n')
        assert run("summarize", "story.txt").stdout == "MINE\n"
        assert run("summarize", "-f", "text", "story.txt").stdout.startswith("Harbour")

    def test_template_that_is_wrong_or_missing_is_told(self, folder: Path) -> None:
        (folder / "wrong.j2").write_text("fine\n{% for %}")
        assert run("summarize", "-t", "wrong.j2", "story.txt").stderr.startswith("wrong.j2, line 2: ")
        missing = run("summarize", "-t", "gone.j2", "story.txt")
        assert (missing.exit_code, missing.stdout) == (1, "")
        assert "gone.j2" in missing.stderr

    def test_configured_number_of_key_points(self, tmp_path: Path) -> None:
        settings = tmp_path / "xdg" / "config" / "onrecord" / "config.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("key_points = 2\n")
        assert len(json.loads(run("summarize", "-f", "json", "story.txt").stdout)["key_points"]) == 2

    def test_method_of_choice_else_as_configured(self, tmp_path: Path) -> None:
        def chosen(*options: str) -> list[str]:
            document = json.loads(run("summarize", "-f", "json", "-n", "2", *options, "story.txt").stdout)
            return [point["text"] for point in document["key_points"]]

        news, luhn = chosen(), chosen("--method", "luhn")
        settings = tmp_path / "xdg" / "config" / "onrecord" / "config.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text('method = "luhn"\n')
        assert news != luhn == chosen()

    def test_one_failure_does_not_stop_the_rest(self) -> None:
        result = run("summarize", "-f", "json", "story.txt", "gone.txt", "story.html")
        assert result.exit_code == 1
        assert [json.loads(line)["source"]["given"] for line in result.stdout.splitlines()] == [
            "story.txt",
            "story.html",
        ]
        assert "gone.txt" in result.stderr

    def test_many_are_read_at_once_as_each_alone_and_written_in_order(self, folder: Path) -> None:
        (folder / "front.html").write_text(_front_page(), encoding="utf-8")
        # The first takes longest.
        paragraphs = [f"{part} That was on day {day}." for day in range(12) for part in STORY.split("\n\n")[2:]]
        (folder / "long.txt").write_text("A long story\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
        sources = ["long.txt", "story.txt", "gone.txt", "-", "front.html", "story.html"]
        options = ("-f", "json", "-n", "2", "--method", "luhn")
        done = run_program("summarize", *options, *sources, stdin=STORY.encode())
        assert done.returncode == 1
        together = {one["source"]["given"]: one for one in map(json.loads, done.stdout.splitlines())}
        assert list(together) == ["long.txt", "story.txt", "-", "story.html"]
        for source in ("story.txt", "story.html"):
            assert together[source] == json.loads(run("summarize", *options, source).stdout)
        told = [line for line in done.stderr.decode().splitlines() if not line.startswith(" ")]
        assert [line.split()[-1] for line in told] == ["gone.txt.", "itself."]

    @pytest.mark.parametrize(
        ("form", "between"), [("markdown", "\n\n---\ntitle:"), ("text", f"\n\n{'=' * 72}\n\nHarbour")]
    )
    def test_several_are_kept_apart(self, form: str, between: str) -> None:
        assert run("summarize", "-f", form, "story.txt", "story.html").stdout.count(between) == 1

    @pytest.mark.parametrize("output", ["notes/", "made", "new/deep/"])
    def test_folder_gets_one_note_an_article(self, output: str, folder: Path) -> None:
        (folder / "made").mkdir()
        result = run("summarize", "-o", output, "story.txt", "story.html")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert len([note for note in os.listdir(folder / output) if note.endswith(".md")]) == 2

    def test_file_gets_the_result(self, folder: Path) -> None:
        result = run("summarize", "-f", "json", "-o", "new/story.json", "story.txt")
        assert (result.exit_code, result.stdout) == (0, "")
        assert json.loads((folder / "new" / "story.json").read_text())["schema"] == 2

    def test_file_that_cannot_be_written_is_a_failure(self) -> None:
        result = run("summarize", "-o", "story.html/note.md", "story.txt")
        assert result.exit_code == 1
        assert "story.html/note.md" in result.stderr

    def test_program_without_a_terminal_says_nothing_but_the_result(self) -> None:
        done = run_program("summarize", "-f", "json", "-", "story.html", stdin=STORY.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert len(done.stdout.splitlines()) == 2

    def test_bar_is_shown_on_a_terminal_and_stays_off_the_result(self) -> None:
        result, shown = _run_watched("summarize", "-f", "json", "story.txt", "gone.txt")
        assert json.loads(result)["source"]["given"] == "story.txt"
        assert b"0/2" in shown
        # The bar's line is erased before the failure is told.
        assert re.search(rb"\x1b\[2K[^\w\n]*There is no file gone.txt", shown)

    def test_one_source_is_named_while_it_is_read(self) -> None:
        result, shown = _run_watched("summarize", "-f", "json", "story.txt")
        assert json.loads(result)["source"]["given"] == "story.txt"
        assert b"Reading story.txt" in shown
        assert b"0/1" not in shown
        assert shown.rstrip().endswith(b"\x1b[2K")

    @pytest.mark.parametrize("output", ["out.md", "notes/"])
    def test_what_was_written_is_told_on_a_terminal(self, folder: Path, output: str) -> None:
        result, shown = _run_watched("summarize", "-o", output, "story.txt")
        (written,) = folder.rglob("*.md")
        assert result == b""
        assert f"Wrote {written.relative_to(folder)}".encode() in shown


class TestScreen:
    """SOURCE reaches the screen, and q leaves it."""

    @pytest.mark.parametrize(
        ("args", "stdin", "shown", "leave"),
        [
            pytest.param(("story.txt",), None, "Harbour talks stall", b"q", id="a file"),
            pytest.param((), STORY, "Harbour talks stall", b"q", id="standard input, not asked for"),
            pytest.param((), None, "Paste a web address", b"\x1b", id="nothing: the start screen"),
        ],
    )
    def test_opens_and_leaves(self, args: tuple[str, ...], stdin: str | None, shown: str, leave: bytes) -> None:
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(ours, (40, 140))
        process = subprocess.Popen(
            [sys.executable, "-c", ON_A_TERMINAL, *args],
            stdin=theirs if stdin is None else subprocess.PIPE,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)
        with process:
            if stdin is not None:
                assert process.stdin is not None
                process.stdin.write(stdin.encode())
                process.stdin.close()
            try:
                screen = _read_until(ours, shown)
                os.write(ours, leave)
                rest = _read_until(ours, None)
                process.wait(60)
            finally:
                process.kill()
        os.close(ours)
        assert shown in screen
        assert process.returncode == 0, rest


def _run_watched(*args: str) -> tuple[bytes, bytes]:
    """Run the program with standard error on a terminal; gives what went to standard output, and to the terminal."""
    ours, theirs = pty.openpty()
    # Wide enough that no path is broken over two lines.
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200"}
    process = subprocess.Popen([*PROGRAM, *args], stdout=subprocess.PIPE, stderr=theirs, env=environment)
    os.close(theirs)
    with process:
        # The terminal first: one that nobody reads is full after some seconds of the bar, and holds the program up.
        shown = b""
        while chunk := _read_terminal(ours):
            shown += chunk
        assert process.stdout is not None
        result = process.stdout.read()
    os.close(ours)
    return result, shown


def _read_terminal(terminal: int) -> bytes:
    """What comes next; a terminal whose other end is closed raises EIO, and a program that hangs fails the test."""
    assert select.select([terminal], [], [], 60)[0], "nothing more was shown for a minute"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def _read_until(terminal: int, shown: str | None) -> str:
    """What the program shows until it shows this, or until it ends."""
    seen = b""
    while (chunk := _read_terminal(terminal)) and (shown is None or shown.encode() not in seen + chunk):
        seen += chunk
    return (seen + chunk).decode("utf-8", "replace")
