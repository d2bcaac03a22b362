export { runReport, SliceFailure, type FailedSlice, type ReadSlice, type ReportParts } from './report';
