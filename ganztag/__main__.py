"""``ganztag``: the window without arguments or with a school file, the shell with anything else."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the arguments ask for; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        from ganztag import application

        return application.run()
    if len(arguments) == 1 and arguments[0].endswith(".ganztag") and Path(arguments[0]).is_file():
        from ganztag import application

        return application.run(Path(arguments[0]).absolute())
    if arguments == ["--sample"]:
        from ganztag import application

        return application.run(sample=True)
    if arguments == ["--self-test"]:
        from ganztag import application

        return application.self_test()
    from ganztag import console

    return int(console.main(arguments))


if __name__ == "__main__":
    sys.exit(main())
