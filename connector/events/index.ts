export type { ConnectorEvent, Observe, WaitReason } from './events';
