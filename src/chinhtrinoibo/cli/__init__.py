"""The command ``chinhtrinoibo``: reports from data files, without a line of Python.

Exit status: 0 no error, 1 findings that are errors or a report that cannot be built, 2 input that
cannot be read.
"""

from cyclopts import App

from chinhtrinoibo.cli.build import build, new
from chinhtrinoibo.cli.check import check
from chinhtrinoibo.cli.cite import cite

app = App(
    name="chinhtrinoibo",
    help="Báo cáo tổng kết, sơ kết, định kỳ: từ tệp dữ liệu ra tệp .docx đúng thể thức.",
    version_flags=["--version"],
)
app.command(new)
app.command(build)
app.command(check)
app.command(cite)
