// Nothing leaves the page: the page about privacy tries every way, and a listener that stands where all of them lead hears no
// request. The same page without its policy shows that the listener would have heard them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { chromium as browserType } from 'playwright-core';
import { SITE, browser, file } from './site.mjs';
import { faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

const DOMAIN = 'madoguchi.invalid';
// No policy of a page refuses these; they are not tried.
const BEYOND = ['webrtc', 'preconnect', 'dns-prefetch'];
// Without a window Chromium looks at no manifest; what starts from the site's own file is no request to others.
const UNHEARD = ['manifest', 'worker'];

let chromium; // every name of the attempts leads to the listener
let plain; // the browser of the other tests
let listener;
let web;
before(async () => {
  listener = await listen();
  web = await serve();
  plain = await browser();
  chromium = await browserType.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--ignore-certificate-errors', `--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1:${listener.port}`],
  });
});
after(async () => {
  await chromium.close();
  await plain.close();
  listener.stop();
  web.stop();
});
beforeEach(() => listener.forget());

/** A server of https and a socket of UDP on one port: which names were connected to, which were asked for anything. */
async function listen() {
  const folder = mkdtempSync(join(tmpdir(), 'listener-'));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${DOMAIN}`, '-keyout', join(folder, 'key'), '-out', join(folder, 'cert')], { stdio: 'ignore' });
  const [key, cert] = ['key', 'cert'].map((name) => readFileSync(join(folder, name)));
  rmSync(folder, { recursive: true });
  const heard = { connected: new Set(), asked: new Set(), packets: 0 };
  const way = (host) => String(host).split('.')[0];
  const note = (request) => heard.asked.add(way(request.headers.host));
  const server = createSecureServer({ key, cert, SNICallback: (name, done) => { heard.connected.add(way(name)); done(null); } });
  server.on('request', (request, response) => { note(request); response.writeHead(204, { 'access-control-allow-origin': '*' }).end(); });
  server.on('upgrade', (request, socket) => { note(request); socket.destroy(); });
  server.on('tlsClientError', () => {});
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  const packets = createSocket('udp4').on('message', () => { heard.packets += 1; });
  await new Promise((done) => packets.bind(port, '127.0.0.1', done));
  return {
    port,
    heard,
    forget: () => { heard.connected.clear(); heard.asked.clear(); heard.packets = 0; },
    stop: () => { server.closeAllConnections(); server.close(); packets.close(); },
  };
}

/** The site as a server gives it; below `/without/` its pages have no policy. */
async function serve() {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const path = join(SITE, decodeURIComponent(pathname.replace('/without/', '/')));
    let body;
    try {
      body = readFileSync(path);
    } catch {
      response.writeHead(404).end();
      return;
    }
    if (pathname.startsWith('/without/') && path.endsWith('.html')) body = String(body).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => { server.closeAllConnections(); server.close(); } };
}

/** Presses the button and waits for the sum; gives what every row says. */
async function attempt(page) {
  await page.click('[data-try]');
  await page.waitForSelector('[data-summary][data-verdict]', { timeout: 20_000 });
  await page.waitForTimeout(500); // what was begun late
  return Object.fromEntries(await page.$$eval('[data-attempt]', (rows) => rows.map(({ dataset, cells }) => [dataset.attempt, {
    verdict: dataset.verdict, directive: dataset.directive, words: cells[1].textContent,
  }])));
}

test('the browser refuses every way that a policy can refuse, and nothing is asked for', async () => {
  for (const base of [file(''), web.address]) {
    for (const language of ['ja', 'en']) {
      listener.forget();
      const page = await chromium.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${base}${language}/privacy.html`);
      const rows = await attempt(page);
      const left = Object.entries(rows).filter(([, { verdict }]) => verdict !== 'ok').map(([id, { verdict }]) => `${id} ${verdict}`);
      assert.deepEqual(left, ['manifest', ...BEYOND].map((id) => `${id} warn`), base);
      const directives = Object.fromEntries(Object.entries(rows).map(([id, { directive }]) => [id, directive]));
      for (const [id, directive] of [['fetch', 'connect-src'], ['beacon', 'connect-src'], ['ping', 'connect-src'], ['image', 'img-src'], ['form', 'form-action'],
        ['frame', 'frame-src'], ['object', 'object-src'], ['font', 'font-src'], ['worker-blob', 'worker-src']]) assert.equal(directives[id], directive, id);
      assert.ok(Object.values(rows).every(({ words }) => words.trim() !== ''), 'every row says what happened');
      const count = Object.keys(rows).length;
      assert.ok(count > 25, `${count} ways`);
      const sum = await page.textContent('[data-summary]');
      assert.ok(sum.includes(String(count - 4)) && sum.split('\n').length === 2, sum);
      assert.equal(await page.getAttribute('[data-summary]', 'data-verdict'), 'ok');
      assert.deepEqual([...listener.heard.asked], [], `${base}: asked for`);
      assert.equal(listener.heard.packets, 0, `${base}: packets`);
      // Chromium opens a line for a frame or a form before it looks at the policy, and then sends nothing over it. The page says so.
      assert.deepEqual([...listener.heard.connected].filter((id) => !['frame', 'form'].includes(id)), [], `${base}: connected to`);
      assert.deepEqual(errors, []);
      assert.equal(page.url(), `${base}${language}/privacy.html`);
      assert.equal(await page.locator('[data-stage] *').count(), 0, 'nothing is left behind');
      await page.close();
    }
  }
});

test('without the policy the listener hears every one of them', async () => {
  const page = await chromium.newPage();
  await page.goto(`${web.address}without/ja/privacy.html`);
  const rows = await attempt(page);
  const tried = Object.keys(rows).filter((id) => ![...BEYOND, ...UNHEARD].includes(id));
  // This one speaks over UDP.
  const unheard = tried.filter((id) => id !== 'transport' && !listener.heard.asked.has(id));
  assert.deepEqual(unheard, [], 'not heard');
  assert.ok(listener.heard.packets > 0, 'no packet');
  assert.deepEqual(tried.filter((id) => rows[id].verdict === 'ok'), [], 'said to be refused');
  assert.equal(rows.worker.verdict, 'stop');
  assert.equal(await page.getAttribute('[data-summary]', 'data-verdict'), 'stop');
  await page.close();
});

test('what the page says no policy refuses is not refused', async () => {
  const page = await chromium.newPage();
  await page.goto(file('ja/privacy.html'));
  await page.evaluate(async (port) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    connection.createDataChannel('');
    await connection.setLocalDescription(await connection.createOffer());
  }, listener.port);
  for (let tries = 0; tries < 100 && listener.heard.packets === 0; tries += 1) await page.waitForTimeout(100);
  assert.ok(listener.heard.packets > 0, 'WebRTC is refused: the page can say so');
  await page.close();
});

test('the page is quiet until the button is pressed, and can be pressed again', async () => {
  const { page, close } = await openTool(plain, 'ja/privacy.html');
  await page.waitForTimeout(300);
  assert.ok(await page.isHidden('[data-attempts]'));
  await close();

  const again = await plain.newPage();
  await again.goto(file('en/privacy.html'));
  await again.focus('[data-try]');
  await again.keyboard.press('Enter');
  await again.waitForSelector('[data-summary][data-verdict]');
  assert.equal(await again.getAttribute('[data-summary]', 'role'), 'status');
  assert.ok(await again.evaluate(() => document.activeElement.matches('[data-try]')), 'the focus stays');
  const first = await again.textContent('[data-attempts]');
  await again.keyboard.press('Enter');
  await again.waitForSelector('[data-summary]:not([data-verdict])');
  await again.waitForSelector('[data-summary][data-verdict]');
  assert.equal(await again.textContent('[data-attempts]'), first);
  await again.close();
});

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const language of ['ja', 'en']) {
    const page = await plain.newPage();
    await page.goto(file(`${language}/privacy.html`));
    found.push(...await faultsOfState(page, `${language} before`, markup));
    await attempt(page);
    found.push(...await faultsOfState(page, `${language} after`, markup));
    await page.close();
  }
  const page = await chromium.newPage();
  await page.goto(`${web.address}without/ja/privacy.html`);
  await attempt(page);
  found.push(...await faultsOfState(page, 'not refused', markup));
  await page.close();
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});

test('no other script of the guide uses what no policy refuses, or sends in any way', () => {
  const ways = /RTCPeerConnection|preconnect|dns-prefetch|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|WebTransport|window\.open/;
  const scripts = readdirSync('theme/js', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !name.startsWith('privacy'));
  assert.ok(scripts.length > 10);
  assert.deepEqual(scripts.filter((name) => ways.test(readFileSync(join('theme/js', name), 'utf8'))), []);
});

test('without scripts the page says how else to check', async () => {
  const { page, close } = await openTool(plain, 'ja/privacy.html', { javaScriptEnabled: false });
  assert.ok(await page.isHidden('[data-try]'));
  assert.ok(await page.isVisible('.tool noscript p'));
  await close();
});
