// The ways in which a page could send something, each tried once towards a name that can never exist (`.invalid`, RFC 6761): even
// where the browser refused nothing, nothing would arrive anywhere. Nothing of the reader's is in any of them. Each has a name of
// its own, because browsers report some refusals by the name alone.

/**
 * @typedef {(url: string, went: () => void, stage: HTMLElement) => void} Attempt starts one; `went` is called when the browser is
 *   through with it, whether it arrived or not
 */
/** @typedef {{ verdict: 'ok' | 'warn' | 'stop', because: 'refused' | 'thrown' | 'absent' | 'unseen' | 'beyond' | 'sent', directive?: string }} Outcome */

const Attempts = (() => {
  const DOMAIN = 'madoguchi.invalid';
  const LONGEST = 4000; // milliseconds for a browser to say anything
  const GRACE = 1000; // milliseconds between the end of an attempt and the word that it was refused
  const script = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /** Puts an element on the page that loads by itself. @param {HTMLElement} stage @param {string} tag @param {Record<string, string>} settings @param {() => void} went */
  const element = (stage, tag, settings, went) => {
    const made = document.createElement(tag);
    for (const event of ['load', 'error']) made.addEventListener(event, went);
    for (const [name, value] of Object.entries(settings)) made.setAttribute(name, value);
    stage.append(made);
    return made;
  };

  /** An empty frame for a form or link to open, in place of this page. @param {HTMLElement} stage @param {string} name */
  const frame = (stage, name) => element(stage, 'iframe', { name, title: '', hidden: '' }, () => {});

  const link = (/** @type {Record<string, string>} */ settings) => (/** @type {string} */ href, /** @type {() => void} */ went, /** @type {HTMLElement} */ stage) => {
    element(stage, 'link', { ...settings, href }, went);
  };

  const worker = (/** @type {string} */ address, /** @type {() => void} */ went) => {
    const made = new Worker(address);
    made.addEventListener('error', went);
    made.addEventListener('message', went);
  };

  /** @type {Record<string, Attempt>} */
  const WAYS = {
    fetch: (url, went) => { fetch(url, { method: 'POST', mode: 'no-cors', body: '-' }).then(went, went); },
    request: (url, went) => {
      const request = new XMLHttpRequest();
      request.addEventListener('loadend', went);
      request.open('POST', url);
      request.send('-');
    },
    // Says true although it was refused: only the word of the policy counts.
    beacon: (url, went) => { if (navigator.sendBeacon(url, '-')) went(); },
    socket: (url, went) => {
      const socket = new WebSocket(url.replace('https', 'wss'));
      socket.addEventListener('error', went);
      socket.addEventListener('open', went);
    },
    events: (url, went) => {
      const source = new EventSource(url);
      source.addEventListener('error', () => { source.close(); went(); });
    },
    transport: (url, went) => {
      const transport = new WebTransport(url);
      transport.closed.then(went, went);
      transport.ready.then(went, went);
    },
    image: (src, went, stage) => { element(stage, 'img', { src, alt: '' }, went); },
    'style-image': (url, _went, stage) => { stage.style.backgroundImage = `url("${url}")`; },
    'style-sheet': link({ rel: 'stylesheet' }),
    font: (url, went) => { new FontFace('madoguchi-attempt', `url("${url}")`).load().then(went, went); },
    script: (src, went, stage) => { element(stage, 'script', { src }, went); },
    // @ts-expect-error the type checker takes scripts of pages for older ones than they are
    module: (url, went) => { import(url).then(went, went); },
    worker: (_url, went) => worker(script, went),
    'worker-blob': (url, went) => worker(URL.createObjectURL(new Blob([`fetch("${url}", { mode: "no-cors" }).finally(() => postMessage(""))`])), went),
    frame: (src, went, stage) => { element(stage, 'iframe', { src, title: '', hidden: '' }, went); },
    object: (data, went, stage) => { element(stage, 'object', { data, type: 'text/html' }, went); },
    embed: (src, went, stage) => { element(stage, 'embed', { src, type: 'text/html' }, went); },
    audio: (src, went, stage) => { element(stage, 'audio', { src, preload: 'auto' }, went); },
    video: (src, went, stage) => { element(stage, 'video', { src, preload: 'auto' }, went); },
    form: (action, went, stage) => {
      frame(stage, 'attempt-form').addEventListener('load', went);
      const form = element(stage, 'form', { action, method: 'post', target: 'attempt-form', hidden: '' }, went);
      /** @type {HTMLFormElement} */ (form).submit();
    },
    ping: (ping, _went, stage) => {
      frame(stage, 'attempt-ping');
      element(stage, 'a', { href: 'about:blank', ping, target: 'attempt-ping', hidden: '' }, () => {}).click();
    },
    preload: link({ rel: 'preload', as: 'script' }),
    prefetch: link({ rel: 'prefetch' }),
    manifest: link({ rel: 'manifest' }),
  };

  /** Ways that no policy of a page refuses in any browser. They are not tried: the trial would be what it warns of. */
  const BEYOND = ['webrtc', 'preconnect', 'dns-prefetch'];

  /** The directives that refused, by way, as the browser says it. @type {Map<string, string>} */
  const refused = new Map();
  const way = (/** @type {string} */ address) => address === script ? 'worker' : address.startsWith('blob') ? 'worker-blob'
    : new RegExp(`^\\w+://([\\w-]+)\\.${DOMAIN}`).exec(address)?.[1];
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    const id = way(blockedURI);
    if (id && !refused.has(id)) refused.set(id, effectiveDirective);
  });

  const pause = (/** @type {number} */ milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

  /**
   * Tries one way. `ok`: the browser refused it, and says by which directive, or threw; `warn`: it cannot be told; `stop`: it was
   * not refused.
   * @param {string} id @param {HTMLElement} stage
   * @returns {Promise<Outcome>}
   */
  const one = async (id, stage) => {
    if (BEYOND.includes(id)) return { verdict: 'warn', because: 'beyond' };
    const url = `https://${id}.${DOMAIN}/`;
    let end = performance.now() + LONGEST;
    let isSent = false;
    let isThrown = false;
    const went = () => { isSent = true; end = Math.min(end, performance.now() + GRACE); };
    try {
      WAYS[id](url, went, stage);
    } catch (error) {
      if (!(error instanceof DOMException)) return { verdict: 'warn', because: 'absent' };
      isThrown = true;
      end = performance.now() + GRACE;
    }
    while (!refused.has(id) && performance.now() < end) await pause(50);
    const directive = refused.get(id);
    if (directive) return { verdict: 'ok', because: 'refused', directive };
    if (isThrown) return { verdict: 'ok', because: 'thrown' };
    const isSeen = isSent || performance.getEntriesByName(url).length > 0;
    return isSeen ? { verdict: 'stop', because: 'sent' } : { verdict: 'warn', because: 'unseen' };
  };

  /**
   * Tries all ways, and gives each outcome as it is known.
   * @param {HTMLElement} stage where elements are put meanwhile @param {(id: string, outcome: Outcome) => void} say
   */
  const all = async (stage, say) => {
    refused.clear();
    await Promise.all([...Object.keys(WAYS), ...BEYOND].map(async (id) => {
      const place = document.createElement('span');
      stage.append(place);
      say(id, await one(id, place));
    }));
    stage.replaceChildren();
  };

  return { all };
})();
