export { describeResources, operationParameters } from './describe';
export type { ListOperation, Operation, ReportOperation, Resource, SingleOperation } from './operation';
