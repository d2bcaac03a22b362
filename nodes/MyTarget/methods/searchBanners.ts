import { banner } from '../object/kinds';
import { searchOf } from './search-objects';

export const searchBanners = searchOf(banner);
