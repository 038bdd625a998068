// How a field of hours reads what is typed. Its own way takes "25:99" for 2:39 and "9 pm" for 9:00. This one takes 9, 930, 9:30, 9.30,
// 9 h 30 and 9:30 pm, and nothing else.
const HOUR = /^\s*(\d{1,2})\s*[:.h]?\s*(\d{2})?\s*(?:([ap])\.?\s*m\.?)?\s*$/i;

function parseTime(text) {
  const parts = HOUR.exec(text);
  if (!parts) return undefined;
  let hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (parts[3]) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (parts[3].toLowerCase() === 'p' ? 12 : 0);
  }
  return hours < 24 && minutes < 60 ? { hours, minutes, seconds: 0, milliseconds: 0 } : undefined;
}

function readStrictly(field) {
  // after the field has got its locale, which brings a reading along
  setTimeout(() => { field.i18n = { ...field.i18n, parseTime }; });
}

window.cauceTime = { readStrictly };
