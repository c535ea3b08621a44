"""`ligzda run`: start database, web server and worker."""

import argparse

from ligzda.cli.options import whole


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "run",
        help="start database, web server and worker",
        description="Start the database, bring it up to date, serve Ligzda until Ctrl-C.",
    )
    parser.add_argument(
        "--port", type=whole(0, 65_535), default=8000, help="port on 127.0.0.1 (default 8000)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    from ligzda.server.run import run as run_server

    return run_server(arguments.port)
