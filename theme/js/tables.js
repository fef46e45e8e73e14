// Where rows of a table become cards, some browsers forget that it is a table: the roles are said again.
(() => {
  const roles = [['', 'table'], ['thead, tbody', 'rowgroup'], ['tr', 'row'], ['td', 'cell'],
    ['th[scope=col]', 'columnheader'], ['th[scope=row]', 'rowheader']];
  for (const table of document.querySelectorAll('table.cards, .regime table')) {
    for (const [parts, role] of roles) {
      const own = parts ? table.querySelectorAll(parts) : [table];
      for (const part of own) if (part.closest('table') === table) part.setAttribute('role', role);
    }
  }
})();
