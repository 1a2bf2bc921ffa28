"""Break a page on purpose and look at what the build says."""

import re
from pathlib import Path

import pytest

COUNT = "with open('runs.txt', 'a') as file:\n    _ = file.write('x')\n"
TOCTREE = "```{toctree}\n:glob:\n*\n```\n"


def cell(code: str, *options: str) -> str:
    return "\n".join(["```{code-cell}", *options, code, "```", ""])


def failure_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def test_outputs_values_and_counts_are_in_the_page(site):
    site.write(
        "index.md",
        "# 쪽\n\n"
        + cell("x = 6 * 7\nprint('한글', x)\nx + 1")
        + "\n값은 {value}`x`, {value}`x / 5:.2f`입니다.\n\n```{execution-table}\n```\n",
    )
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "한글 42" in site.html()
    assert "43" in site.html()
    assert 'class="computed-value">42</span>' in site.html()
    assert 'class="computed-value">8.40</span>' in site.html()
    assert "모두 실행됨" in site.html()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_failing_cell_ends_the_build_with_three_lines(site, jobs):
    site.write("index.md", "# 쪽\n\n" + TOCTREE + cell("a = 1"))
    for number in range(6):
        site.write(f"good{number}.md", "# 좋은 쪽\n\n" + cell("1"))
    site.write("bad.md", "# 나쁜 쪽\n\n" + cell("a = 1") + "\n글\n\n" + cell("b = 2\na / 0"))
    done = site.build("-j", jobs)
    assert done.returncode != 0
    assert failure_lines(done.stderr) == [
        "실행하지 못한 쪽이 있습니다:",
        "bad.md:11",
        "  셀 2",
        "  ZeroDivisionError: division by zero",
    ]


def test_all_failures_are_told_at_once(site):
    site.write("index.md", "# 쪽\n\n" + TOCTREE + cell("1 / 0"))
    site.write("other.md", "# 쪽\n\n" + cell("undefined_name"))
    done = site.build()
    assert "index.md:8" in done.stderr
    assert "other.md:4" in done.stderr
    assert "NameError: name 'undefined_name' is not defined" in done.stderr


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("def f(:\n    pass", "SyntaxError"),
        ("import sys\nprint('앗', file=sys.stderr)", "셀이 표준 오류에 썼습니다: 앗"),
        ("import warnings\nwarnings.warn('조심')", "UserWarning: 조심"),
        ("import os\nos._exit(3)", "실행 프로세스가 갑자기 끝났습니다(종료 코드 3)"),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            "실행 프로세스가 갑자기 끝났습니다(종료 코드 -9)",
        ),
        ("raise SystemExit(0)", "SystemExit"),
        (
            "import nnnotes as nn\nnn.use_korean_font()\nimport matplotlib.pyplot as plt\n"
            "plt.title('한글 \U00013000')",
            "글꼴에 없는 글자입니다",
        ),
        (
            "import nnnotes as nn\nnn.use_korean_font()\nimport matplotlib.pyplot as plt\n"
            "plt.title('한글 \U00013000 $x$')",
            "글꼴에 없는 글자입니다",
        ),
        ("import matplotlib.pyplot as plt\nplt.plot([1, 2])", "그림에 :alt: 글이 없습니다"),
    ],
)
def test_what_else_fails_a_page(site, code, expected):
    site.write("index.md", "# 쪽\n\n" + cell(code))
    done = site.build()
    assert done.returncode != 0
    assert re.search(r"index\.md:[4-7]\n", done.stderr)
    assert "  셀 1\n" in done.stderr
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_a_cell_that_never_ends(site):
    site.more = "executed_pages_timeout = 1"
    site.write("index.md", "# 쪽\n\n" + cell("1") + "\n" + cell("while True:\n    pass"))
    for _ in range(2):
        done = site.build()
        assert done.returncode != 0
        assert failure_lines(done.stderr)[1:] == [
            "index.md:8",
            "  셀 2",
            "  중단: 1초 안에 끝나지 않았습니다",
        ]


def test_an_error_in_a_function_of_an_earlier_cell_names_the_line_that_called_it(site):
    define = cell("x = 1\n\n\ndef divide(a, b):\n    return a / b")
    call = cell("divide(x, 0)", ":tags: [raises-exception]")
    site.write("index.md", "# 쪽\n\n" + define + "\n" + call)
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "셀 2 1행: divide(x, 0)\n  셀 1 5행: return a / b\n" in site.text()
    site.write("index.md", "# 쪽\n\n" + define + "\n" + cell("divide(x, 0)"))
    assert failure_lines(site.build().stderr)[1:3] == ["index.md:12", "  셀 2"]


def test_a_wrong_inline_value_names_its_line(site):
    site.write("index.md", "# 쪽\n\n" + cell("x = 1") + "\n글 {value}`x`\n글 {value}`y`\n")
    done = site.build()
    assert done.returncode != 0
    assert "index.md:8" in done.stderr
    assert "NameError: name 'y' is not defined" in done.stderr


def test_an_error_or_a_warning_that_the_page_wants_to_show(site):
    site.write(
        "index.md",
        "# 쪽\n\n"
        + cell("print('먼저')\nd + 'a'", ":tags: [raises-exception]")
        + "\n"
        + cell("import warnings\nwarnings.warn('조심')", ":tags: [warns]"),
    )
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "2행: d + 'a'" in site.text()
    assert "먼저" in site.text()
    assert "NameError" in site.html()
    assert "UserWarning: 조심" in site.html()


def test_an_expected_error_that_does_not_come(site):
    site.write("index.md", "# 쪽\n\n" + cell("1 + 1", ":tags: [raises-exception]"))
    done = site.build()
    assert done.returncode != 0
    assert "오류가 나야 하는 셀에서 오류가 나지 않았습니다" in done.stderr


def test_a_figure_has_caption_number_alt_and_size(site):
    site.more = "numfig = True"
    code = "import nnnotes as nn\nnn.use_korean_font()\nnn.plot_gate(nn.AND).set(xlim=(-1, 2))"
    options = (":alt: 네 점과 직선", ":caption: AND의 직선", ":name: fig-and")
    site.write("index.md", "# 쪽\n\n" + cell(code, *options) + "\n{numref}`fig-and`\n")
    done = site.build("-W", "-n")
    assert done.returncode == 0, done.stderr
    assert 'alt="네 점과 직선"' in site.html()
    assert "AND의 직선" in site.html()
    assert '<span class="std std-numref">그림 1</span>' in site.html()
    assert "Axes" not in site.html()
    assert "(-1" not in site.html().replace("xlim=", "")  # nor what set() returns


def test_editing_prose_executes_nothing_and_editing_code_does(site):
    page = "# 쪽\n\n" + cell(COUNT + "x = 1") + "\n글 {value}`x`\n"
    site.write("index.md", page)
    assert site.build().returncode == 0
    assert site.runs() == 1
    site.write("index.md", page.replace("글", "머리말이\n\n길어진 글"))
    assert site.build().returncode == 0
    assert site.runs() == 1
    assert "길어진 글" in site.html()
    site.write("index.md", page.replace("x = 1", "x = 2"))
    assert site.build().returncode == 0
    assert site.runs() == 2
    assert 'computed-value">2<' in site.html()


def test_a_first_build_with_two_jobs_executes_every_page_once(site):
    site.write("index.md", "# 쪽\n\n" + TOCTREE + cell(COUNT + "1 + 1"))
    site.write("other.md", "# 쪽\n\n" + cell(COUNT + "2 + 2"))
    done = site.build("-j", "2", "-W")
    assert done.returncode == 0, done.stderr
    assert site.runs() == 2
    assert "4" in site.text("other")


def test_editing_the_package_executes_the_pages_that_use_it(site, own_package: Path):
    site.environment["PYTHONPATH"] = str(own_package)
    site.write("index.md", "# 쪽\n\n" + cell(COUNT + "import nnnotes as nn\nnn.AND.bias"))
    assert site.build().returncode == 0
    losses = own_package / "nnnotes" / "losses.py"
    losses.write_text(losses.read_text() + "\n# changed\n")
    assert site.build().returncode == 0
    assert site.runs() == 1
    gates = own_package / "nnnotes" / "gates.py"
    gates.write_text(gates.read_text().replace("-0.6", "-0.65"))
    assert site.build().returncode == 0
    assert site.runs() == 2
    assert "-0.65" in site.html()


def test_a_failed_page_is_built_once_it_is_mended(site):
    site.write("index.md", "# 쪽\n\n" + cell("1 / 0"))
    assert site.build().returncode != 0
    assert site.build().returncode != 0
    site.write("index.md", "# 쪽\n\n" + cell("1 / 2"))
    done = site.build("-W")
    assert done.returncode == 0, done.stderr
    assert "0.5" in site.html()


def test_a_page_runs_again_when_a_file_that_it_reads_changes(site):
    site.more = 'executed_pages_reads = {"index": ["data/*.txt"]}'
    site.write("data/number.txt", "41")
    code = COUNT + "from pathlib import Path\nPath('data/number.txt').read_text()"
    site.write("index.md", "# 쪽\n\n" + cell(code))
    assert site.build().returncode == 0
    page = site.folder.parent / "build" / "html" / "index.html"
    written = page.stat().st_mtime_ns
    assert site.build().returncode == 0
    assert page.stat().st_mtime_ns == written
    assert site.runs() == 1
    site.write("data/number.txt", "42")
    assert site.build().returncode == 0
    assert site.runs() == 2
    assert "42" in site.text()
