import { getOneOf } from '../object/get-one';
import { campaign } from '../object/kinds';

export const get = getOneOf(campaign);
