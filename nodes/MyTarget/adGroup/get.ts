import { getOneOf } from '../object/get-one';
import { adGroup } from '../object/kinds';

export const get = getOneOf(adGroup);
