"""Git: what is asked of repositories, which run and reach nothing."""
