import { getManyOf } from '../object/get-many';
import { banner } from '../object/kinds';

export const getAll = getManyOf(banner);
