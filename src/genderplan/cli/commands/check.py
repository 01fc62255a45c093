"""`genderplan check`"""

from genderplan.cli.filters import Filters
from genderplan.cli.judging import FindingsOptions, judge_plans
from genderplan.cli.options import Common, new_app, spread

app = new_app()


@app.command()
@spread
def check(options: FindingsOptions, filters: Filters, common: Common) -> int:
    """Are the dates kept?

    All that validate finds, and what is overdue or late beyond tolerance; with --against also what changed since then
    without a word: agreed dates, completions, baselines.

    Examples:

      genderplan check

      genderplan check --plan women-2003 --as-of 2003-09-15

      genderplan check --lead DCC4 --format github

      genderplan check --strict --format junit

      genderplan check --against git:main
    """
    from genderplan.checks import VALID
    from genderplan.checks.rules.table_of_a_day import ON_TIME

    return judge_plans("check", (*VALID, *ON_TIME), common, filters, options)
