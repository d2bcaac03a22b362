import { getManyOf } from '../object/get-many';
import { adGroup } from '../object/kinds';

export const getAll = getManyOf(adGroup);
