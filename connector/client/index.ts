export type { Answer } from './answer';
export { Client, type ClientParts } from './client';
export { failureForStatus, unforeseenRefusal } from './failure';
export { fileChunks, type FormFile, type Multipart } from './multipart';
export { isRefusal, readRefusal } from './read-answer';
export { pathSegment, type ClientRequest, type NameAndValue } from './request';
export { unknownOutcome } from './unknown-outcome';
export { HtmlPage, isSensitive, joined, listed, LONGEST_WORDS, quoted, refusalBody } from './words';
