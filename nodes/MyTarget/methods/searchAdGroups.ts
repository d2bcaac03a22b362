import { adGroup } from '../object/kinds';
import { searchOf } from './search-objects';

export const searchAdGroups = searchOf(adGroup);
