import { describeMatrix } from './describe-matrix';
import { promoPagesUnderTest } from './platforms/promo-pages';

describeMatrix(promoPagesUnderTest);
