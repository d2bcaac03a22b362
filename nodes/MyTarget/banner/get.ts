import { getOneOf } from '../object/get-one';
import { banner } from '../object/kinds';

export const get = getOneOf(banner);
