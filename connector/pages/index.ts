export { countedPages, type CountedPage } from './counted-pages';
export { cursorPages, type CursorPage } from './cursor-pages';
export { offsetPages, type OffsetPage, type OffsetPaging } from './offset-pages';
export { noLimit, RowLimit } from './row-limit';
export { readAhead } from './read-ahead';
