export { assertComplete } from './complete';
export { countedPages, type CountedPage } from './counted-pages';
export { cursorPages } from './cursor-pages';
export { offsetPages, type OffsetPage } from './offset-pages';
export { noLimit, RowLimit } from './row-limit';
export { readAhead } from './read-ahead';
