"""Results for a terminal, as JSON, CSV, Markdown and HTML. No rule of advising lives here."""
