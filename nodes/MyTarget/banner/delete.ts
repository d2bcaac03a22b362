import { deleteOf } from '../object/delete';
import { banner } from '../object/kinds';

export const remove = deleteOf(banner);
