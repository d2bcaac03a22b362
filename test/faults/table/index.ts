import type { FaultEntry } from '../model';
import { connections } from './connections';
import { contents } from './contents';
import { statuses } from './statuses';

export const faults: readonly FaultEntry[] = [...statuses, ...connections, ...contents];
