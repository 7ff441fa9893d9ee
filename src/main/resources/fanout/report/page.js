// Without scripts the page lacks nothing but sorting and looking for names.
const filter = document.getElementById('filter');
if (filter) {
  filter.closest('.filter').hidden = false;
  filter.addEventListener('input', () => show(filter.value.trim().toLowerCase()));
}

// Shows the benchmarks whose name or parameters contain the text, those that were folded away among them.
function show(text) {
  for (const rows of document.querySelectorAll('.scores tbody')) {
    rows.hidden = !rows.querySelector('th').textContent.toLowerCase().includes(text);
  }
  for (const rest of document.querySelectorAll('details.rest')) rest.open = text !== '';
}

// Sorts the tables.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(table, body, rows, heads, head, column));
  });
}

function sort(table, body, rows, heads, head, column) {
  const descending = head.getAttribute('aria-sort') === 'ascending';
  heads.forEach(other => other.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const sorted = [...rows].sort((a, b) => compare(a.cells[column], b.cells[column], descending));
  body.append(...sorted);
}

// A cell without a number comes last in both directions.
function compare(a, b, descending) {
  const sign = descending ? -1 : 1;
  const [x, y] = [a, b].map(cell => cell.dataset.value ?? cell.textContent.trim());
  if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
  const numbers = x !== '' && y !== '' && !isNaN(x) && !isNaN(y);
  return sign * (numbers ? x - y : x.localeCompare(y, 'en', { numeric: true }));
}

// A link to something that is folded away opens it.
addEventListener('hashchange', () => {
  const details = document.getElementById(location.hash.slice(1))?.closest('details');
  if (details) details.open = true;
});
