export { runReport, SliceFailure, type FailedSlice, type ReportParts } from './report';
