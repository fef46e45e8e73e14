// What the tests share: the files of facts of this repository, and the schemas that they name.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** A file of this repository. */
export const read = (path) => readFileSync(`${ROOT}/${path}`, 'utf8');

/** Paths of all files that have a schema. */
export function files() {
  const yaml = (folder) => readdirSync(`${ROOT}/${folder}`).filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`);
  return ['guide.yaml', ...['data', 'data/forms', 'data/options', 'data/strings'].flatMap(yaml)];
}

/** The name of the schema of a file, by its path in a guide. */
export function schemaOf(path) {
  const [, folder] = /^data\/(\w+)\//.exec(path) ?? [];
  return folder ?? path.replace(/^data\//, '').replace(/\.yaml$/, '');
}
