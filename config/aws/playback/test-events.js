// Writes the vectors in the form in which CloudFront's TestFunction takes them, a file each. Its time is the present, at which all
// but those "just now", "by a second" and "in its last second" answer as they say:
//
//   node test-events.js events && aws cloudfront test-function --name … --if-match … --event-object fileb://events/traversal.json
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * A request as CloudFront hands it to a function (developer guide, "CloudFront Functions event structure").
 *
 * @param {string} uri
 * @param {Record<string, {value: string}>} [querystring]
 */
export function eventOf(uri, querystring = {}) {
  return {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: '192.0.2.7' },
    request: { method: 'GET', uri, querystring, headers: { host: { value: 'media.example.com' } }, cookies: {} },
  };
}

/**
 * A vector's arguments, in CloudFront's form.
 *
 * @param {Record<string, string>} [told]
 */
export function given(told = {}) {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, { value }]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { vectors } = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'));
  const folder = process.argv[2] ?? 'events';
  mkdirSync(folder, { recursive: true });
  for (const { name, uri, arguments: told } of vectors)
    writeFileSync(`${folder}/${name.replace(/[^a-z0-9]+/gi, '-')}.json`, JSON.stringify(eventOf(uri, given(told))));
}
