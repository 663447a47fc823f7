"""Pages on the terminal, with Rich.

How a page is made and shown::

    from careeradvisor.output.parts import Facts, Gap, Heading, Words
    from careeradvisor.output.terminal.console import show
    from careeradvisor.output.terminal.parts import Drawn

    page = [
        Heading(view.title, view.soc),
        Words(view.summary),
        Gap(),
        Facts([("Pay", "..."), ("Way in", "...")]),
    ]
    show(session.console, Drawn(page), pager=True)

- ``console``: the one console (:class:`Screen`, made by :meth:`Screen.detect`), its theme, and
  :class:`Page`, through which everything goes: it trims blanks at line ends, makes one blank line
  of several, writes out what cannot be seen, and puts ASCII in place of signs that the other end
  lacks. Draw with Unicode and let it do so; every twin is one column wide.
- A renderable looks at its width, never at the environment: :func:`console.in_blocks` says whether
  there is room for columns (60) and whether they are wanted (``--plain``).
- ``parts`` draws each part of a page, ``table`` a table in columns or as blocks, with what its
  signs and bars mean; ``pieces`` has the paragraph. Long words are never cut: use these instead
  of Padding and bare Tables.
- ``bars``: FitBar, PayRange (with :func:`bars.pay_scale`) and Timeline, as wide as they are given.
- Styles are names of the theme: title, head, accent, good, caution, bad, quiet.
"""
