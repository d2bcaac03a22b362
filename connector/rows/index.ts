export { decodeCsv } from './csv-decoder';
export { chooseColumns, type ColumnSources, createCsvEncoder, EXTRA_COLUMN } from './csv-encoder';
export { gunzipByMagicBytes } from './gunzip';
export { readJson } from './json-body';
export { JsonRows, row, rowList } from './json-rows';
export { hold, lookAhead, replay, type Held } from './look-ahead';
export { areNamedBy, isRow, rowSource, type Page, type Row, type RowSource } from './row';
export { createNdjsonEncoder, type RowEncoder } from './row-encoder';
export { readXml } from './xml-document';
