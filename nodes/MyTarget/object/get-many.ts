import type { ListOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { pagedList } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';
import { PRESET_FIELDS, type ObjectKind } from './kinds';

export function getManyOf({ collection, ...kind }: ObjectKind): ListOperation<MyTargetApi> {
	return pagedList({ ...kind, path: `${collection}.json`, pageSize: PAGE_SIZE, preset: PRESET_FIELDS });
}
