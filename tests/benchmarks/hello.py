"""The yardstick of cold starts: the smallest app that Typer makes, with one command."""

import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Greet somebody."""
    typer.echo(f"Hello {name}")


if __name__ == "__main__":
    app()
