// Hides the whole screen at once, without the server: Esc twice, or a button marked data-cover. What shows instead is a plain
// calendar that says nothing. It stays over a reload, and on paper.
const KEPT = 'cauce-covered';
const TWICE_WITHIN = 700;
let dialog;
let title;
let lastEscape = 0;

const months = () => document.documentElement.lang.startsWith('en')
  ? { locale: 'en-GB', offline: 'No connection', back: 'Continue' }
  : { locale: 'es-MX', offline: 'Sin conexión', back: 'Continuar' };

function calendar() {
  const words = months();
  const today = new Date();
  const first = new Date(today.getFullYear(), today.getMonth(), 1);
  const days = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate();
  const table = document.createElement('table');
  const caption = table.createCaption();
  caption.textContent = new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric' }).format(today);
  const head = table.createTHead().insertRow();
  for (let i = 0; i < 7; i++) {
    const cell = document.createElement('th');
    cell.textContent = new Intl.DateTimeFormat(words.locale, { weekday: 'narrow' }).format(new Date(2024, 0, 1 + i));
    head.append(cell);
  }
  const body = table.createTBody();
  let row = body.insertRow();
  for (let i = 0; i < (first.getDay() + 6) % 7; i++) row.insertCell();
  for (let day = 1; day <= days; day++) {
    if (row.cells.length === 7) row = body.insertRow();
    const cell = row.insertCell();
    cell.textContent = String(day);
    if (day === today.getDate()) cell.className = 'today';
  }
  return table;
}

function build() {
  const words = months();
  const cover = document.createElement('dialog');
  cover.className = 'c-cover';
  cover.setAttribute('aria-label', words.offline);
  cover.tabIndex = -1;
  cover.autofocus = true; // not the button: a key pressed by chance must not uncover
  const note = document.createElement('p');
  note.textContent = words.offline;
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = words.back;
  back.addEventListener('click', uncover);
  cover.append(calendar(), note, back);
  cover.addEventListener('cancel', (event) => event.preventDefault());
  return cover;
}

function cover() {
  if (dialog) return;
  sessionStorage.setItem(KEPT, '1');
  document.documentElement.classList.add('c-covered');
  window.dispatchEvent(new Event('cauce-covered')); // a question that the first Escape opened goes
  title = document.title;
  document.title = 'Calendario';
  dialog = build();
  document.body.append(dialog);
  dialog.showModal();
}

function uncover() {
  sessionStorage.removeItem(KEPT);
  document.documentElement.classList.remove('c-covered');
  document.title = title || 'Cauce';
  dialog.close();
  dialog.remove();
  dialog = undefined;
}

window.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    lastEscape = 0;
    return;
  }
  if (event.repeat) return;
  if (event.timeStamp - lastEscape < TWICE_WITHIN) {
    event.preventDefault();
    event.stopImmediatePropagation();
    cover();
  }
  lastEscape = event.timeStamp;
}, true);

window.addEventListener('click', (event) => {
  if (event.composedPath().some((node) => node.dataset && 'cover' in node.dataset)) cover();
}, true);

if (sessionStorage.getItem(KEPT)) cover();
