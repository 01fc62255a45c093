"""`python -m genderplan`"""

from genderplan.cli.app import main

main()
