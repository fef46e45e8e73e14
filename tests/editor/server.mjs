// The YAML language server that editors run, spoken to over its standard input and output.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));

/** Starts a server for the files below `folder`. */
export async function start(folder) {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map();
  const diagnostics = new Map();
  let last = 0;

  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = (method, params) => new Promise((resolve, reject) => {
    last += 1;
    answers.set(last, { resolve, reject });
    send({ id: last, method, params });
  });
  const receive = (message) => {
    if (message.id !== undefined && message.method) {
      // What the server asks of the editor: it has no settings of its own, and nothing is to be looked up elsewhere.
      send({ id: message.id, result: message.method === 'workspace/configuration' ? [{ schemaStore: { enable: false } }, {}, {}, {}] : null });
    } else if (message.id !== undefined) {
      const { resolve, reject } = answers.get(message.id);
      answers.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.method === 'textDocument/publishDiagnostics') {
      diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    }
  };

  let pending = Buffer.alloc(0);
  child.stdout.on('data', (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const head = pending.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, head).toString())[1]);
      if (pending.length < head + 4 + length) return;
      const body = pending.subarray(head + 4, head + 4 + length).toString();
      pending = pending.subarray(head + 4 + length);
      receive(JSON.parse(body));
    }
  });

  await request('initialize', {
    processId: process.pid,
    rootUri: `file://${folder}`,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
      },
      workspace: { configuration: true },
    },
  });
  send({ method: 'initialized', params: {} });

  return {
    /** Opens `text` as the file `path`; gives what is asked of it, and what the server says against it. */
    async open(path, text) {
      const uri = `file://${folder}/${path}`;
      const said = new Promise((resolve) => diagnostics.set(uri, resolve));
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
      const at = (line, character) => ({ textDocument: { uri }, position: { line: line - 1, character: character - 1 } });
      return {
        diagnostics: (await said).map(({ range, message }) => ({ line: range.start.line + 1, message })),
        hover: async (line, column) => (await request('textDocument/hover', at(line, column)))?.contents?.value ?? '',
        complete: async (line, column) => (await request('textDocument/completion', at(line, column)))?.items ?? [],
      };
    },
    async stop() {
      await request('shutdown', null);
      send({ method: 'exit' });
      child.stdin.end();
    },
  };
}
