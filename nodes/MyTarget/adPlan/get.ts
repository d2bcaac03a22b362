import { getOneOf } from '../object/get-one';
import { adPlan } from '../object/kinds';

export const get = getOneOf(adPlan);
