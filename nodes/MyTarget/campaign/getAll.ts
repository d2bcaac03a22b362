import { getManyOf } from '../object/get-many';
import { campaign } from '../object/kinds';

export const getAll = getManyOf(campaign);
