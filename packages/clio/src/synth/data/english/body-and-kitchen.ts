import type { DomainSource } from "../../topic-source.ts";

export const fitness: DomainSource = {
  id: "fitness-nutrition",
  replies: [
    "Three sessions a week are enough to begin; add {a little weight|five minutes|one set} each week.",
    "Aim for {protein|vegetables|something warm} at each meal, and write down what you {eat|lift} for a week.",
  ],
  topics: {
    "workout-plan": String.raw`
      !weight 1.5
      @ a workout plan|strength training|the gym|my training|building muscle
      {Make|Write} me a {workout plan|gym routine|full-body workout} for {$few days a week|home with dumbbells|a complete beginner|someone aged $age}.
      {How many sets|How much weight|How often} {for|should I do} {squats|bench press|pull-ups|deadlifts} {to build muscle|as a beginner}?
      {I want to|How do I} {do my first pull-up|get visible abs|gain 5 kg of muscle|train without equipment}?
      {I've been going to the gym|I train} {for $few months|four times a week} and {see no progress|my bench is stuck at 60 kg}. {What's wrong with my training?}
      {Push pull legs or full body|Machines or free weights|Cardio before or after weights}?
      {Is it okay|Should I} {train with sore muscles|lift every day|skip leg day|work out after a cold}?
      ~ workout {plan 3 days|home no equipment|for women over 50|dumbbell only}
      > I only have {dumbbells|a pull-up bar|$minutes minutes}`,
    "running-training": String.raw`
      @ running|a marathon|my running training|a 10k|a running plan
      {Training plan|Plan|Schedule} for {a marathon|a half marathon|a first 5k|a 10k under 50 minutes} {in $weeks|by $month|with three runs a week}.
      {My knees|My shins|My feet} hurt {after running|from kilometre five}. {Shoes|Technique|Should I pause}?
      What {pace|heart rate|cadence} should I run {to burn fat|on easy days|for a marathon in four hours}?
      {How do I|Tips to} {start running at $age|run without stopping|breathe while running|run in the heat}?
      {What to eat|How much should I drink|Do I need gels} {before a race|during a half marathon|on long runs}?
      {Which running shoes|Garmin or Apple watch|Treadmill or outside} for {a heavy beginner|trail running|winter}?
      ~ {couch to 5k|marathon plan|half marathon taper|running pace}
      > I missed a week`,
    "meal-plan": String.raw`
      !weight 1.5
      @ a meal plan|weekly meals|meal prep|planning our meals|healthy meals
      {Make|Create} a {weekly meal plan|7-day meal plan|meal prep plan} {for one person|for a family of $few|under $money|with 1,800 calories}{, vegetarian|, no fish|, high protein|}.
      {What should I eat|Meals} {to lower cholesterol|on a gluten-free diet|with diabetes|when I work nights} {this week|?}
      {Ideas for|What can I pack as} {lunch at the office|school lunches|breakfast without bread|dinners in $minutes minutes} {for the whole week|}.
      {Shopping list|Grocery list} for {a week of healthy dinners|$few days of meals|a vegan week} {for two|on a budget of $money}.
      How do I {meal prep on Sunday|eat healthy when I hate cooking|get picky kids to eat a planned dinner}?
      {Is intermittent fasting|Is the Mediterranean diet|Is keto} {good for|something for} {me|a woman of $age|people with desk jobs}? {Show me a sample day of meals.}
      ~ meal plan {vegan|keto|1500 calories|family of 4|cheap} [week]
      > swap {the fish|Tuesday|all the eggs}`,
    "weight-loss": String.raw`
      @ losing weight|my weight|weight loss|a diet|burning fat
      I want to {lose|drop} {5|10|20} kg {by $month|before the wedding|after pregnancy}. {Realistic|How}?
      I {eat 1,400 calories|run every day|gave up sugar} and {the scale doesn't move|gain weight}. {Why am I not losing weight?}
      {How many calories|How much protein} {should I eat|do I burn} at {172 cm and 88 kg|$age, 70 kg} {to lose weight|}?
      {Do|Does} {fat burners|skipping dinner|apple vinegar|Ozempic} {work|help} {against belly fat|long term}?
      How do I {stop late-night snacking|keep the weight off|avoid the yo-yo effect|deal with cravings}?
      {My doctor says|My BMI says} I'm {overweight|obese|fine but I feel fat}. {Where do I begin|First small steps}?
      ~ {lose belly fat|calorie deficit|weight loss plateau} {how|fast|women over 40}
      > without counting calories`,
    "stretching-pain": String.raw`
      @ stretching|back exercises|mobility|a stiff back|posture
      {Stretches|Exercises} for {lower back pain|tight hips|a stiff neck|office workers} {in $minutes minutes|at my desk|}.
      {My back|My shoulder|My hip} {locks up|hurts} {from sitting all day|after deadlifts|when I get up}. {Which exercises help?}
      {How can I|Will I ever} {touch my toes|do the splits|sit cross-legged|fix my posture}?
      {Yoga or Pilates|Foam roller or massage|Heat or ice} for {a bad back|stiff hips}?
      {Physio|A routine} {after a knee operation|for frozen shoulder|for tennis elbow|for runner's knee}: {what can I do at home|how often}?
      {Is cracking my back|Is stretching before sport|Are standing desks} {bad|useful|overrated}?
      ~ {hip|hamstring|neck|back} stretches {daily|video|bed}
      > that one hurts, alternative?`,
    "protein-supplements": String.raw`
      @ supplements|protein powder|creatine|vitamins|vitamin D
      {How much protein|Do I need protein powder|When do I take creatine} {a day|to build muscle|if I'm vegan}?
      {Whey or|Is} {plant protein|casein|collagen} {better|worth the money|useless} for {women|older people|recovery}?
      {Which supplements|What vitamins} {make sense|should I take} {in winter|as a vegan|for hair loss|at $age}?
      {Is it dangerous|Can you} to {take too much|overdose on} {vitamin D|magnesium|zinc|iron}?
      {High-protein|Protein-rich} {snacks|breakfasts|vegetarian foods} {without powder|under 200 calories|}?
      {Does|Do} {creatine|pre-workout|BCAAs|fish oil} {cause hair loss|really work|make me gain water}?
      ~ {creatine|whey|magnesium|omega 3} {dose|benefits|side effects|timing}
      > with milk or water`,
    "calorie-count": String.raw`
      @ calories|counting calories|nutrition values|how many calories are in my food|macros
      How many calories {are in|does} {two slices of pizza|an avocado|a glass of wine|100 g of rice|a flat white|my lunch}{| have}?
      {Estimate|Calculate} the {calories|macros|protein} of {2 eggs, toast and butter|a burrito with beans|chicken curry with rice|my day: oats, sandwich, pasta}.
      {What has more|Which is healthier}: {butter or margarine|honey or sugar|brown or white rice|an apple or a banana}{? Calories per 100 g.|?}
      {My macros|My calories} {are 40/30/30|say 2,100 a day}. {Is that right|How do I hit them} {as a cyclist|for cutting}?
      {How do I read|What does it mean on} a food label: {"of which sugars"|per serving|"light"|net carbs}?
      {How long do I have to|How far must I} {walk|swim|cycle} to burn {a chocolate bar|500 calories|a beer}?
      ~ calories {banana|big mac|salmon 150g|oat milk latte}
      > cooked or raw`,
  },
};

export const cooking: DomainSource = {
  id: "cooking",
  replies: [
    "Here is a simple way: {20|35|45} minutes, one pan, and it keeps for two days.",
    "Lower the heat, add a splash of {water|stock|cream} and taste before you salt.",
  ],
  topics: {
    "recipe-from-ingredients": String.raw`
      !weight 2
      @ a recipe|what to cook|dinner tonight|cooking with what I have|a quick recipe
      {What can I cook with|I have} $food, $food2 and $food3{. What can I make?|, no oven|?}
      {Recipe|Give me a recipe} for {a quick dinner|soup|a salad|a curry} with $food {and $food2|for $few people|in $minutes minutes}.
      {There's|I have} {half a|leftover} $food {in the fridge|from yesterday}, {what do I do with it|dinner ideas}?
      {How do I make|Recipe for} {lasagne|ramen|pancakes|pad thai|goulash|hummus|paella|risotto}{ without {cheese|meat|wine}| like my grandmother| for beginners|}?
      {Something|A dish} {vegetarian|cheap|kid-friendly|spicy} {with $food|for tonight}, {I'm tired of pasta|nothing fancy}.
      {Scale|Convert} {a recipe|my pancake recipe} {from 4 to 7 people|from cups to grams|to an air fryer}.
      ~ recipe $food $food2
      ~ $food {ideas|dinner|leftovers}
      > I don't have $food3
      =food chickpeas|spinach|chicken thighs|mushrooms|eggs|rice|sweet potatoes|tofu|canned tuna|courgettes|feta|lentils|minced beef|bread|coconut milk|cabbage|salmon|pumpkin|peppers|yoghurt`,
    "baking-problem": String.raw`
      @ baking|my cake|a baking problem|bread baking|my sourdough
      My {cake|sponge|sourdough|bread|cookies|meringue|macarons} {sank in the middle|came out flat|is dry|didn't rise|stuck to the tin}. {Why|What did I do wrong}?
      {Can I bake|How long do I bake} {a cheesecake|bread|muffins|two trays} {at a lower temperature|without eggs|in a fan oven|in a smaller tin}?
      {A recipe|Baking recipe} for {chocolate cake|banana bread|cinnamon rolls|a gluten-free loaf|a birthday cake with $few layers}.
      My sourdough starter {smells of acetone|has mould|doesn't bubble}. {Is it dead|How do I save it}?
      {Baking soda or baking powder|Butter or oil|Fresh or dry yeast}: {what's the difference|can I swap} {in cakes|in a dough}?
      {How do I|Tips to} {decorate a cake for $occasion|get a crisp crust|stop icing from running|make dough less sticky}?
      ~ {bread|cake|cookies} {too dense|cracked top|no yeast|flat why}
      > my oven runs hot`,
    "substitute-ingredient": String.raw`
      @ a substitute|replacing an ingredient|an ingredient I don't have|a substitution in a recipe
      What can I use instead of {eggs|buttermilk|cream|fish sauce|cornstarch|wine|tahini|self-raising flour} {in a cake|in a sauce|for a vegan guest}?
      {I'm out of|I ran out of} {butter|yeast|soy sauce|brown sugar|lemon}. {What's a substitute|Can I leave it out}?
      {Can I replace|Can I swap} {sugar with honey|flour with almond flour|milk with oat milk|fresh herbs with dried} {one to one|in baking}?
      {A vegan|A nut-free|An alcohol-free|A low-salt} {alternative to|replacement for} {parmesan|marsala|bacon|stock cubes}?
      {My daughter is allergic to|I can't eat} {eggs|gluten|dairy|nuts}. {How do I change|What replaces it in} {this recipe|pancakes|a white sauce}?
      Is {margarine the same as butter|cornflour the same as cornstarch|clotted cream like mascarpone|a shallot the same as an onion}? {Will it work in the recipe?|Can I swap them?}
      ~ substitute for {creme fraiche|eggs|shallots|maple syrup|white wine}
      > how much of it`,
    "menu-for-guests": String.raw`
      @ a menu|dinner for guests|a dinner party|food for a party|cooking for guests
      {Plan|Suggest} a {menu|three-course dinner|buffet} for {$few|eight|20} {guests|people}{, two are vegetarian|, one is coeliac|}, {not too expensive|that I can prepare ahead}.
      What {finger food|snacks|dessert|starter} goes {with|after} {raclette|lamb|a heavy main course} {for $occasion|for guests}?
      {How much|How many} {meat|rice|pizza|wine} {do I need|should I buy} {for 15 guests|per person at a barbecue}?
      {My in-laws|My boss and his wife|My vegan daughter and her friends} {come for dinner|are invited} on $weekday. {What do I cook|Menu ideas}?
      {Christmas dinner|Easter brunch|A picnic|A children's party}: {menu and timing please|what can be made the day before}?
      {Themed|Italian|Mexican|Japanese} dinner party: {give me|suggest} {a menu|courses} {and a shopping list|with drinks}.
      ~ {dinner party|buffet|bbq|brunch} menu {for 10|vegetarian|make ahead}
      > one guest doesn't eat {pork|mushrooms|dairy}`,
    "cooking-technique": String.raw`
      @ a cooking technique|how to cook it properly|cooking basics|kitchen skills
      How {do I|long do I} {cook|boil|fry|poach|roast} {rice so it isn't sticky|an egg|a steak medium rare|salmon with crisp skin|a whole chicken|asparagus}?
      {Why does|What do I do when} my {sauce split|garlic burn|meat turn tough|rice stick to the pan}?
      {What does|How do you} {deglaze|braise|blanch|caramelise|julienne|temper chocolate} {mean|properly}?
      {Cast iron or nonstick|Gas or induction|Which knife} for {a beginner|searing meat|vegetables}? {How do I look after it?}
      {At what temperature|How do I know when} {is pork|is chicken|is fish} {safe|done} {in the middle|without a thermometer}?
      {How do I|Trick to} {peel garlic quickly|chop onions without crying|thicken a soup|get crispy potatoes}?
      ~ how to {cook|season|reheat|cut} {quinoa|cast iron|duck breast|mango}
      > on an induction hob`,
    "food-storage": String.raw`
      @ food storage|food gone bad|how long food keeps|the freezer|best before dates
      {Is|Can I still eat} {the chicken|yoghurt|rice|an egg|ham} {that was out all night|three days after the date|that smells a bit sour}{ still safe|}?
      How long {does|can I keep} {cooked pasta|opened pesto|soup|breast milk|smoked salmon} {keep|} in the {fridge|freezer}?
      {Can I freeze|How do I freeze} {cream|fresh herbs|cooked potatoes|cheese|bread dough}?
      {How do I store|Where do I keep} {tomatoes|basil|onions and potatoes|avocados|mushrooms} so they {last longer|don't go mouldy}?
      {The freezer broke down|We had a power cut} for {six hours|a day}. {What must I throw away|Can I refreeze meat}?
      {Canning|Pickling|Drying} {tomatoes|cucumbers|apples}: {is it safe without a pressure cooker|how do I do it}?
      ~ {freeze|store|shelf life} {cheese|avocado|cooked rice|eggs}
      > it doesn't smell bad though`,
    "drinks-cocktails": String.raw`
      @ cocktails|a drink|making coffee|wine|a cocktail recipe
      {What cocktail|Which drink} can I make with {gin, lime and mint|rum and coconut|vodka and whatever juice|no alcohol}?
      {Recipe|How do I make} {a mojito|an espresso martini|punch for 20|iced coffee|chai|lemonade|glühwein}?
      {Which wine|What beer|What drink} goes with {fish|curry|blue cheese|chocolate cake} {under \$15|}?
      My {espresso|French press coffee|cold brew} tastes {sour|bitter|like nothing}. {Grind|Water|What do I change}?
      {Non-alcoholic drinks|Mocktails|Signature cocktails} for {$occasion|a pregnant friend|a summer party}?
      {What's the difference between|Explain} {latte and flat white|bourbon and scotch|ale and lager|matcha and green tea}.
      ~ cocktail {gin|whisky|non alcoholic} {easy|3 ingredients}
      > without {sugar|ice|a shaker}`,
  },
};
