"""`python -m genderplan`"""

from genderplan.cli.start import main

if __name__ == "__main__":
    main()
