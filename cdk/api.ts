import type { LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { chatRoutes } from '#shared/chat/chat-routes.ts';
import { docsRoutes } from '#shared/docs/docs-routes.ts';
import { ENV } from '#shared/env.ts';
import { healthRoutes } from '#shared/health/health-routes.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import { insightRoutes } from '#shared/insights/insight-routes.ts';
import { openapiRoutes } from '#shared/openapi/openapi-routes.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import { productRoutes } from '#shared/products/product-routes.ts';
import { profileRoutes } from '#shared/profiles/profile-routes.ts';
import { receiptImageRoutes } from '#shared/receipts/receipt-image-routes.ts';
import { receiptRoutes } from '#shared/receipts/receipt-routes.ts';
import { recipeRoutes } from '#shared/recipes/recipe-routes.ts';
import { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { FrontDoor } from './compute/front-door.ts';
import type { SignIn } from './compute/sign-in.ts';
import type { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';
import type { Cache } from './stores/cache.ts';
import type { Database } from './stores/database.ts';
import type { Uploads } from './stores/uploads.ts';

export interface ApiStores {
  readonly signIn: SignIn;
  readonly database: Database;
  readonly cache: Cache;
  readonly uploads: Uploads;
  readonly receiptsQueue: WorkQueue;
  readonly imaging: LayerVersion | undefined;
  readonly chef: FoodSaveFunction;
}

/** The endpoints: one line says what each answers, the lines below what each may touch. */
export function addApi(scope: Construct, stage: Stage, stores: ApiStores): FrontDoor {
  const { signIn, database, cache, uploads, receiptsQueue, imaging, chef } = stores;
  const authorizer = new FoodSaveFunction(scope, 'api/authorizer', { stage });
  const door = new FrontDoor(scope, stage, authorizer);

  const upload = new FoodSaveFunction(scope, 'api/upload', { stage });
  const receipts = new FoodSaveFunction(scope, 'api/receipts', { stage });
  const receiptImages = new FoodSaveFunction(scope, 'api/receipt-images', {
    stage,
    layer: imaging,
  });
  const pantry = new FoodSaveFunction(scope, 'api/pantry', { stage });
  const insights = new FoodSaveFunction(scope, 'api/insights', { stage });
  const products = new FoodSaveFunction(scope, 'api/products', { stage });
  const recipes = new FoodSaveFunction(scope, 'api/recipes', { stage });
  const chat = new FoodSaveFunction(scope, 'api/chat', { stage });
  const profile = new FoodSaveFunction(scope, 'api/profile', { stage });
  const household = new FoodSaveFunction(scope, 'api/household', { stage });
  const health = new FoodSaveFunction(scope, 'api/health', { stage });
  const openapi = new FoodSaveFunction(scope, 'api/openapi', { stage });
  const docs = new FoodSaveFunction(scope, 'api/docs', { stage });

  door.open(upload, uploadRoutes);
  door.open(receipts, receiptRoutes);
  door.open(receiptImages, receiptImageRoutes);
  door.open(pantry, pantryRoutes);
  door.open(insights, insightRoutes);
  door.open(products, productRoutes);
  door.open(recipes, recipeRoutes);
  door.open(chat, chatRoutes);
  door.open(profile, profileRoutes);
  door.open(household, householdRoutes);
  door.open(health, healthRoutes);
  door.open(openapi, openapiRoutes);
  door.open(docs, docsRoutes);

  for (const fn of [
    authorizer,
    upload,
    receipts,
    receiptImages,
    pantry,
    insights,
    products,
    recipes,
    chat,
    profile,
    household,
    health,
  ]) {
    database.grantAccess(fn, 'app');
  }
  if (stage.productLookup !== undefined) products.tell(ENV.productLookup, stage.productLookup);
  chat.allow(['lambda:InvokeFunction'], [chef.lambda.functionArn]);
  chat.tell(ENV.chefFunction, chef.lambda.functionName);
  // Health is open, but shows details to those who bring a token.
  for (const fn of [authorizer, health]) signIn.grantTrust(fn);
  for (const fn of [upload, health]) cache.grantAccess(fn);
  uploads.grantAccess(upload, { uploads: ['read', 'write'] });
  for (const fn of [receipts, receiptImages]) uploads.grantAccess(fn, { uploads: ['read'] });
  uploads.grantLook(health);
  receiptsQueue.grantWatch(health);
  return door;
}
