import { getManyOf } from '../object/get-many';
import { adPlan } from '../object/kinds';

export const getAll = getManyOf(adPlan);
