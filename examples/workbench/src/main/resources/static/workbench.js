'use strict';

let csrf = '';

const $ = id => document.getElementById(id);

async function call(method, path, body) {
  const headers = {'X-CSRF-Token': csrf};
  if (body) headers['Content-Type'] = 'application/json';
  return fetch(path, {method, headers, body: body ? JSON.stringify(body) : undefined, credentials: 'same-origin'});
}

// An access token lives for minutes: where it has ended, the refresh token brings another, once.
async function calling(method, path, body) {
  const answer = await call(method, path, body);
  if (answer.status !== 401) return answer;
  const fresh = await call('POST', '/auth/refresh');
  return fresh.ok ? call(method, path, body) : answer;
}

function item(text) {
  const li = document.createElement('li');
  li.textContent = text;
  return li;
}

function device(session) {
  const li = item(session.device + (session.current ? ' (this one)' : ''));
  li.dataset.handle = session.handle;
  if (!session.current) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'End';
    button.addEventListener('click', async () => {
      await calling('DELETE', '/auth/sessions/' + encodeURIComponent(session.handle));
      await show();
    });
    li.append(button);
  }
  return li;
}

async function show() {
  const me = await calling('GET', '/auth/me');
  const known = me.ok;
  $('sign-in').hidden = known;
  $('signed-in').hidden = !known;
  if (!known) return;
  const who = await me.json();
  csrf = who.csrf;
  $('tenant').textContent = who.tenant;
  $('roles').textContent = who.roles.join(', ');
  $('permissions').replaceChildren(...who.permissions.map(item));
  const sessions = await (await calling('GET', '/auth/sessions')).json();
  $('devices').replaceChildren(...sessions.map(device));
}

$('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const answer = await call('POST', '/auth/sign-in', {email: $('email').value, password: $('password').value});
  $('password').value = '';
  $('message').textContent = answer.ok ? ''
    : answer.status === 429 ? 'Too many attempts. Try again in ' + answer.headers.get('Retry-After') + ' seconds.'
    : 'That is not right.';
  await show();
});

$('end-others').addEventListener('click', async () => {
  await calling('DELETE', '/auth/sessions');
  await show();
});

$('sign-out').addEventListener('click', async () => {
  await calling('POST', '/auth/sign-out');
  csrf = '';
  await show();
});

show();
