// Uploads a file by tus-js-client, and prints what happened as one JSON document.
//
// With --until BYTES the upload is broken off in the middle of a chunk once as many were sent. Called again, it goes on
// where the server says it is: the upload's URL is kept in a file by the client itself, so another process finds it.
//
// ENDPOINT, TOKEN, FILE, MODEL and URLS (the file of URLs) come from the environment: arguments are seen by every user.

import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as tus from 'tus-js-client';

const CHUNK = 4 * 1024 * 1024;

const { ENDPOINT, TOKEN, FILE, MODEL, URLS } = process.env;
const { values: options } = parseArgs({ options: { until: { type: 'string' } } });
const until = options.until === undefined ? Infinity : Number(options.until);

const told = { length: statSync(FILE).size, url: null, resumedAt: null, accepted: 0, requests: 0, job: null, ended: null };

function tell(ended) {
  process.stdout.write(`${JSON.stringify({ ...told, url: upload.url, ended })}\n`);
}

const upload = new tus.Upload(createReadStream(FILE), {
  endpoint: ENDPOINT,
  headers: { Authorization: `Bearer ${TOKEN}` },
  chunkSize: CHUNK,
  metadata: { modelId: MODEL, filename: basename(FILE) },
  urlStorage: new tus.FileUrlStorage(URLS),
  retryDelays: null,
  onAfterResponse(request, response) {
    if (request.getMethod() === 'HEAD') {
      told.resumedAt = Number(response.getHeader('Upload-Offset'));
    } else if (request.getMethod() === 'PATCH') {
      told.requests += 1;
      told.job = response.getHeader('Zenith-Job') ?? null;
    }
  },
  onChunkComplete(size, accepted) {
    told.accepted = accepted;
  },
  async onProgress(sent) {
    if (sent >= until && told.ended === null) {
      told.ended = 'aborted';
      await upload.abort();
      tell('aborted');
      process.exit(0);
    }
  },
  onSuccess() {
    tell('complete');
  },
  onError(error) {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
});

const [previous] = await upload.findPreviousUploads();
if (previous !== undefined) {
  upload.resumeFromPreviousUpload(previous);
}
upload.start();
