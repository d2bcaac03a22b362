export { chooseColumns, EXTRA_COLUMN } from './csv-columns';
export { decodeCsv } from './csv-decoder';
export { createCsvEncoder } from './csv-encoder';
export { gunzipByMagicBytes } from './gunzip';
export { readJson } from './json-body';
export { type LookAhead, lookAhead } from './look-ahead';
export { createNdjsonEncoder } from './ndjson-encoder';
export type { Page, Row } from './row';
export type { RowEncoder } from './row-encoder';
