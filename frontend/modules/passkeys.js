// Passkeys: between the browser's own dialogue and the server. What is asked comes from the server at each press, and is good once.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

// why there can be none on this page; nothing where there can
function obstacle(origin) {
  if (!window.isSecureContext) return 'INSECURE';
  if (!window.PublicKeyCredential || !navigator.credentials) return 'UNKNOWN';
  if (location.origin !== origin) return 'ELSEWHERE';
  return undefined;
}

const known = (list) => (list ?? []).map((one) => ({ type: one.type, id: bytes(one.id) }));

async function create(asked) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials)
    }
  });
  return answer(made, {
    clientDataJSON: text(made.response.clientDataJSON),
    attestationObject: text(made.response.attestationObject)
  });
}

async function get(asked) {
  const signed = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) }
  });
  const handle = signed.response.userHandle;
  return answer(signed, {
    clientDataJSON: text(signed.response.clientDataJSON),
    authenticatorData: text(signed.response.authenticatorData),
    signature: text(signed.response.signature),
    ...(handle?.byteLength ? { userHandle: text(handle) } : {})
  });
}

function answer(credential, response) {
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {}
  });
}

async function press(host, button, make) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    const asked = await host.$server.asked();
    if (!asked) return;
    const given = await (make ? create : get)(JSON.parse(asked));
    const field = host.closest('form')?.querySelector('input[name=passkey]');
    if (field) {
      field.value = given;
      field.form.requestSubmit();
    } else host.$server.answered(given);
  } catch (problem) {
    host.$server.gaveUp(problem.name === 'InvalidStateError');
  } finally {
    button.disabled = false;
  }
}

// host: a component with asked(), answered(), gaveUp(), impossible(); make: a new passkey, otherwise one of hers signs
function attach(host, button, origin, make) {
  const why = obstacle(origin);
  if (why) return host.$server.impossible(why);
  button.onclick = () => press(host, button, make);
}

window.caucePasskeys = { attach };
